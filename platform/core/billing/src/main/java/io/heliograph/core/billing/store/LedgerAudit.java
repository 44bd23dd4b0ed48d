package io.heliograph.core.billing.store;

import static io.heliograph.core.billing.store.LedgerStore.number;
import static io.heliograph.core.billing.store.LedgerStore.query;
import static io.heliograph.core.billing.store.LedgerStore.text;
import static io.heliograph.core.billing.store.LedgerStore.uuid;

import io.heliograph.kernel.Uuids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The statements that prove the book, page by page. Each compares inside one statement, so a book in use is seen as it
 * stood at one moment. Every method runs inside the caller's unit of work.
 */
public final class LedgerAudit {
    /** The lowest id; nothing lies before it. */
    public static final UUID FIRST = new UUID(0, 0);

    /** The principal at the end of the page of {@code size} principals that follows {@code after}; empty at the end. */
    public Optional<UUID> endOfPage(UUID after, int size) {
        return query("select principal_id, count(*) from ("
                        + "select principal_id from ledger_account where principal_id > :after"
                        + " union select principal_id from ledger_entry where principal_id > :after"
                        + " order by principal_id limit " + size + ") page"
                        + " group by principal_id order by principal_id desc limit 1")
                .setParameter("after", Uuids.bytes(after))
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> uuid(row[0]));
    }

    /** Accounts of the principals after {@code after} up to {@code upTo} whose balance is not the sum of their entries. */
    public List<BalanceDifference> balances(UUID after, UUID upTo) {
        return query("select principal_id, account, sum(balance), sum(entries) from ("
                        + "select principal_id, account, balance, 0 as entries from ledger_account"
                        + " where principal_id > :after and principal_id <= :upTo"
                        + " union all select principal_id, account, 0, credits from ledger_entry"
                        + " where principal_id > :after and principal_id <= :upTo) both_sides"
                        + " group by principal_id, account having sum(balance) <> sum(entries)"
                        + " order by principal_id, account")
                .setParameter("after", Uuids.bytes(after))
                .setParameter("upTo", Uuids.bytes(upTo))
                .getResultList()
                .stream()
                .map(row -> new BalanceDifference(uuid(row[0]), text(row[1]), number(row[2]), number(row[3])))
                .toList();
    }

    /** Transactions of the same principals whose entries do not sum to nought, or that have none. */
    public List<TransactionDifference> transactions(UUID after, UUID upTo) {
        return query("select t.id, t.principal_id, coalesce(sum(e.credits), 0), count(e.account)"
                        + " from ledger_transaction t left join ledger_entry e on e.transaction_id = t.id"
                        + " where t.principal_id > :after and t.principal_id <= :upTo group by t.id, t.principal_id"
                        + " having coalesce(sum(e.credits), 0) <> 0 or count(e.account) < 2")
                .setParameter("after", Uuids.bytes(after))
                .setParameter("upTo", Uuids.bytes(upTo))
                .getResultList()
                .stream()
                .map(row -> new TransactionDifference(uuid(row[0]), uuid(row[1]), number(row[2])))
                .toList();
    }

    /** What the reservations without an end hold, against the balance of RESERVED, where the two differ. */
    public List<BalanceDifference> reservations(UUID after, UUID upTo) {
        return query("select a.principal_id, a.account, a.balance, coalesce(sum(t.credits), 0)"
                        + " from ledger_account a left join ledger_transaction t"
                        + " on t.principal_id = a.principal_id and t.operation = 'RESERVE' and not exists"
                        + " (select 1 from ledger_transaction e"
                        + " where e.business_key = concat('end:', substring(t.business_key, 9)))"
                        + " where a.principal_id > :after and a.principal_id <= :upTo and a.account = 'RESERVED'"
                        + " group by a.principal_id, a.account, a.balance"
                        + " having a.balance <> coalesce(sum(t.credits), 0)")
                .setParameter("after", Uuids.bytes(after))
                .setParameter("upTo", Uuids.bytes(upTo))
                .getResultList()
                .stream()
                .map(row -> new BalanceDifference(uuid(row[0]), text(row[1]), number(row[2]), number(row[3])))
                .toList();
    }

    /** A balance that is not what it should be. */
    public record BalanceDifference(UUID principal, String account, long balance, long expected) {}

    /** A transaction whose entries sum to {@code sum}. */
    public record TransactionDifference(UUID transaction, UUID principal, long sum) {}
}
