package io.heliograph.core.billing.ledger;

import io.heliograph.core.billing.store.LedgerAudit;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Recomputes every balance from the entries and every transaction's sum, some hundred principals at a time, so that the
 * memory it takes does not grow with the book. It changes nothing and may run beside a service in use.
 */
@Commitment("U1")
public final class BillingCheck {
    private static final int PRINCIPALS_A_PAGE = 500;

    private final Tx tx;
    private final LedgerAudit audit = new LedgerAudit();

    /** A check of the book behind {@code tx}. */
    public BillingCheck(Tx tx) {
        this.tx = tx;
    }

    /**
     * Checks the whole book.
     *
     * @param differences gets each difference as it is found, on the caller's thread
     * @return how much was looked at, and how many differences there were
     */
    public Result run(Consumer<Difference> differences) {
        UUID after = LedgerAudit.FIRST;
        long pages = 0;
        Counting counting = new Counting(differences);
        while (true) {
            UUID from = after;
            Optional<UUID> end = tx.required(() -> audit.endOfPage(from, PRINCIPALS_A_PAGE));
            if (end.isEmpty()) {
                return new Result(pages, counting.count);
            }
            check(from, end.get(), counting);
            pages++;
            after = end.get();
        }
    }

    private void check(UUID after, UUID upTo, Consumer<Difference> found) {
        tx.required(() -> audit.balances(after, upTo))
                .forEach(row -> found.accept(new Difference.Balance(
                        new PrincipalId(row.principal()), row.account(), row.balance(), row.expected())));
        tx.required(() -> audit.transactions(after, upTo))
                .forEach(row -> found.accept(
                        new Difference.Unbalanced(row.transaction(), new PrincipalId(row.principal()), row.sum())));
        tx.required(() -> audit.reservations(after, upTo))
                .forEach(row -> found.accept(new Difference.OpenReservations(
                        new PrincipalId(row.principal()), row.balance(), row.expected())));
    }

    /** Something in the book that is not as it must be. */
    public sealed interface Difference {
        /** An account whose balance is not the sum of its entries. */
        record Balance(PrincipalId principal, String account, long balance, long entries) implements Difference {}

        /** A transaction whose entries do not sum to nought, or that has fewer than two. */
        record Unbalanced(UUID transaction, PrincipalId principal, long sum) implements Difference {}

        /** The held balance is not what the reservations without an end hold together. */
        record OpenReservations(PrincipalId principal, long held, long reservations) implements Difference {}
    }

    /**
     * Outcome.
     *
     * @param pages how many pages of principals were read
     * @param differences how many were found
     */
    public record Result(long pages, long differences) {
        /** Whether the book is as it must be. */
        public boolean clean() {
            return differences == 0;
        }
    }

    private static final class Counting implements Consumer<Difference> {
        private final Consumer<Difference> target;
        private long count;

        Counting(Consumer<Difference> target) {
            this.target = target;
        }

        @Override
        public void accept(Difference difference) {
            count++;
            target.accept(difference);
        }
    }
}
