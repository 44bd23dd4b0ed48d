package io.heliograph.core.billing.store;

import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.Uuids;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The statements on the ledger's tables. Every method runs inside the caller's unit of work. */
public final class LedgerStore {
    private static final String COLUMNS =
            "id, principal_id, business_key, operation, credits, available_change, job_id, reason, booked_at";
    private static final String COLUMNS_OF_T = "t." + COLUMNS.replace(", ", ", t.");
    private static final int COLUMN_COUNT = COLUMNS.split(",").length;

    /** Makes the principal's accounts where there are none. */
    public void open(UUID principal, Collection<String> accounts) {
        for (String account : accounts) {
            mutation(
                            "insert ignore into ledger_account (principal_id, account, balance) values (:principal, :account, 0)")
                    .setParameter("principal", Uuids.bytes(principal))
                    .setParameter("account", account)
                    .executeUpdate();
        }
    }

    /**
     * Where a principal stands: the balances, empty if there are no accounts yet, and the transaction with a key.
     *
     * @param earlier what was booked under the key before
     */
    public record Standing(Map<String, Long> balances, Optional<TransactionRow> earlier) {}

    /**
     * Takes the principal's account rows in the order of their names and reads on, past any snapshot: what somebody booked
     * under {@code businessKey} while this waited for the rows is seen.
     */
    public Standing lock(UUID principal, String businessKey) {
        Map<String, Long> balances = new TreeMap<>();
        Optional<TransactionRow> earlier = Optional.empty();
        for (Object[] row : query("select " + COLUMNS_OF_T + ", a.account, a.balance from ledger_account a"
                        + " left join ledger_transaction t on t.business_key = :businessKey"
                        + " where a.principal_id = :principal order by a.account for update")
                .setParameter("principal", Uuids.bytes(principal))
                .setParameter("businessKey", businessKey)
                .getResultList()) {
            balances.put(text(row[COLUMN_COUNT]), number(row[COLUMN_COUNT + 1]));
            if (row[0] != null) {
                earlier = Optional.of(transaction(row));
            }
        }
        return new Standing(balances, earlier);
    }

    /** The principal's balances, without taking the rows. */
    public Map<String, Long> balances(UUID principal) {
        return balances("select account, balance from ledger_account where principal_id = :principal", principal);
    }

    private static Map<String, Long> balances(String sql, UUID principal) {
        Map<String, Long> balances = new TreeMap<>();
        for (Object[] row :
                query(sql).setParameter("principal", Uuids.bytes(principal)).getResultList()) {
            balances.put(text(row[0]), number(row[1]));
        }
        return balances;
    }

    /** The transaction with this key, read past any snapshot. */
    public Optional<TransactionRow> find(String businessKey) {
        return query("select " + COLUMNS + " from ledger_transaction where business_key = :businessKey")
                .setParameter("businessKey", businessKey)
                .getResultList()
                .stream()
                .findFirst()
                .map(LedgerStore::transaction);
    }

    /**
     * Adds {@code changes} to the principal's balances in one statement that refuses as a whole.
     *
     * @return whether all accounts could be changed: false when one would go below nought
     */
    public boolean change(UUID principal, Map<String, Long> changes, Collection<String> mayBeNegative) {
        MutationQuery update = mutation(changeStatement(changes.keySet(), mayBeNegative))
                .setParameter("principal", Uuids.bytes(principal));
        changes.forEach(update::setParameter);
        return update.executeUpdate() == changes.size();
    }

    /** Account names are constants of ours, so they may stand in the statement, and name its parameters. */
    private static String changeStatement(Collection<String> accounts, Collection<String> mayBeNegative) {
        String delta = accounts.stream()
                .sorted()
                .map(account -> " when '" + account + "' then :" + account)
                .collect(Collectors.joining("", "case account", " end"));
        return "update ledger_account set balance = balance + " + delta
                + " where principal_id = :principal and account in (" + quoted(accounts) + ") and (account in ("
                + quoted(mayBeNegative) + ") or balance + " + delta + " >= 0)";
    }

    private static String quoted(Collection<String> names) {
        return names.stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    /** Writes a transaction and its entries. */
    public void insert(TransactionRow row, Map<String, Long> entries) {
        MutationQuery journal = mutation("insert into ledger_transaction (" + COLUMNS
                + ") values (:id, :principal, :businessKey, :operation, :credits, :availableChange, "
                + (row.job().isPresent() ? ":job" : "null") + ", :reason, :bookedAt)");
        row.job().ifPresent(job -> journal.setParameter("job", Uuids.bytes(job)));
        journal.setParameter("id", Uuids.bytes(row.id()))
                .setParameter("principal", Uuids.bytes(row.principal()))
                .setParameter("businessKey", row.businessKey())
                .setParameter("operation", row.operation())
                .setParameter("credits", row.credits())
                .setParameter("availableChange", row.availableChange())
                .setParameter("reason", row.reason())
                .setParameter("bookedAt", LocalDateTime.ofInstant(row.bookedAt(), ZoneOffset.UTC))
                .executeUpdate();
        String values = entries.keySet().stream()
                .sorted()
                .map(account -> "(:id, '" + account + "', :principal, :" + account + ")")
                .collect(Collectors.joining(", "));
        MutationQuery lines = mutation(
                        "insert into ledger_entry (transaction_id, account, principal_id, credits) values " + values)
                .setParameter("id", Uuids.bytes(row.id()))
                .setParameter("principal", Uuids.bytes(row.principal()));
        entries.forEach(lines::setParameter);
        lines.executeUpdate();
    }

    /** Transactions of a principal, newest first, before {@code before} where it is given. */
    public List<TransactionRow> newest(UUID principal, @Nullable UUID before, int limit) {
        String older = before == null ? "" : " and id < x'" + hex(before) + "'";
        return query("select " + COLUMNS + " from ledger_transaction where principal_id = :principal" + older
                        + " order by id desc")
                .setParameter("principal", Uuids.bytes(principal))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(LedgerStore::transaction)
                .toList();
    }

    static TransactionRow transaction(Object[] row) {
        return new TransactionRow(
                uuid(row[0]),
                uuid(row[1]),
                text(row[2]),
                text(row[3]),
                number(row[4]),
                number(row[5]),
                Optional.ofNullable(row[6]).map(LedgerStore::uuid),
                text(row[7]),
                instant(row[8]));
    }

    static MutationQuery mutation(String sql) {
        return Sessions.current().createNativeMutationQuery(sql);
    }

    static NativeQuery<Object[]> query(String sql) {
        return Sessions.current().createNativeQuery(sql, Object[].class);
    }

    static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    static UUID uuid(Object column) {
        return column instanceof UUID id ? id : Uuids.of((byte[]) column);
    }

    static String text(Object column) {
        return column.toString();
    }

    static long number(Object column) {
        return ((Number) column).longValue();
    }

    static Instant instant(Object column) {
        return switch (column) {
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            case java.sql.Timestamp stamp -> stamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
            default -> throw new IllegalStateException("not a time: " + column.getClass());
        };
    }

    /** A row of the journal. */
    public record TransactionRow(
            UUID id,
            UUID principal,
            String businessKey,
            String operation,
            long credits,
            long availableChange,
            Optional<UUID> job,
            String reason,
            Instant bookedAt) {}
}
