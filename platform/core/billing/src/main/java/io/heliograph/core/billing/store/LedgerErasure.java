package io.heliograph.core.billing.store;

import static io.heliograph.core.billing.store.LedgerStore.mutation;
import static io.heliograph.core.billing.store.LedgerStore.number;
import static io.heliograph.core.billing.store.LedgerStore.query;

import io.heliograph.kernel.Uuids;
import java.util.UUID;

/** How a principal's book goes, or becomes nobody's. Every method runs inside the caller's unit of work. */
public final class LedgerErasure {
    /** Removes at most {@code limit} transactions with their entries; answers how many. */
    public int removeTransactions(UUID principal, int limit) {
        mutation("delete e from ledger_entry e join (select id from ledger_transaction"
                        + " where principal_id = :principal order by id limit " + limit
                        + ") doomed on doomed.id = e.transaction_id")
                .setParameter("principal", Uuids.bytes(principal))
                .executeUpdate();
        return mutation("delete from ledger_transaction where principal_id = :principal order by id limit " + limit)
                .setParameter("principal", Uuids.bytes(principal))
                .executeUpdate();
    }

    /** Removes the principal's balances. */
    public int removeAccounts(UUID principal) {
        return mutation("delete from ledger_account where principal_id = :principal")
                .setParameter("principal", Uuids.bytes(principal))
                .executeUpdate();
    }

    /** Makes the whole book of {@code principal} that of {@code pseudonym}; job ids go too. Answers how many transactions. */
    public int rename(UUID principal, UUID pseudonym) {
        int transactions = mutation("update ledger_transaction set principal_id = :pseudonym, job_id = null"
                        + " where principal_id = :principal")
                .setParameter("principal", Uuids.bytes(principal))
                .setParameter("pseudonym", Uuids.bytes(pseudonym))
                .executeUpdate();
        for (String table : new String[] {"ledger_entry", "ledger_account"}) {
            mutation("update " + table + " set principal_id = :pseudonym where principal_id = :principal")
                    .setParameter("principal", Uuids.bytes(principal))
                    .setParameter("pseudonym", Uuids.bytes(pseudonym))
                    .executeUpdate();
        }
        return transactions;
    }

    /** How many transactions and balances of the principal there are. */
    public long count(UUID principal) {
        return query("select (select count(*) from ledger_transaction where principal_id = :principal)"
                        + " + (select count(*) from ledger_account where principal_id = :principal), 0")
                .setParameter("principal", Uuids.bytes(principal))
                .getResultList()
                .stream()
                .mapToLong(row -> number(row[0]))
                .sum();
    }
}
