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
     * Takes the principal's account rows in the order of their names and answers their balances; empty if the principal
     * has none yet.
     */
    public Map<String, Long> lock(UUID principal) {
        return balances(
                "select account, balance from ledger_account where principal_id = :principal order by account for update",
                principal);
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
        int touched = mutation(changeStatement(changes, mayBeNegative))
                .setParameter("principal", Uuids.bytes(principal))
                .executeUpdate();
        return touched == changes.size();
    }

    /** Account names are constants of ours and changes are numbers, so they may stand in the statement. */
    private static String changeStatement(Map<String, Long> changes, Collection<String> mayBeNegative) {
        String delta = changes.entrySet().stream()
                .map(change -> " when '" + change.getKey() + "' then " + change.getValue())
                .collect(Collectors.joining("", "case account", " end"));
        return "update ledger_account set balance = balance + " + delta
                + " where principal_id = :principal and account in (" + quoted(changes.keySet())
                + ") and (account in (" + quoted(mayBeNegative) + ") or balance + " + delta + " >= 0)";
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    /** Writes a transaction and its entries. */
    public void insert(TransactionRow row, Map<String, Long> entries) {
        mutation("insert into ledger_transaction (" + COLUMNS
                        + ") values (:id, :principal, :businessKey, :operation, :credits, :availableChange, "
                        + row.job().map(job -> "x'" + hex(job) + "'").orElse("null") + ", :reason, :bookedAt)")
                .setParameter("id", Uuids.bytes(row.id()))
                .setParameter("principal", Uuids.bytes(row.principal()))
                .setParameter("businessKey", row.businessKey())
                .setParameter("operation", row.operation())
                .setParameter("credits", row.credits())
                .setParameter("availableChange", row.availableChange())
                .setParameter("reason", row.reason())
                .setParameter("bookedAt", LocalDateTime.ofInstant(row.bookedAt(), ZoneOffset.UTC))
                .executeUpdate();
        String values = entries.entrySet().stream()
                .map(entry -> "(:id, '" + entry.getKey() + "', :principal, " + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        mutation("insert into ledger_entry (transaction_id, account, principal_id, credits) values " + values)
                .setParameter("id", Uuids.bytes(row.id()))
                .setParameter("principal", Uuids.bytes(row.principal()))
                .executeUpdate();
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
