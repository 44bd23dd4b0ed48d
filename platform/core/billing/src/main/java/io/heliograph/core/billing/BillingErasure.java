package io.heliograph.core.billing;

import io.heliograph.core.billing.store.LedgerErasure;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A principal's book goes with the account, becomes nobody's, or is kept for the law's period: as the order says. Single
 * things and ranges of time leave it alone, since a balance without its entries would be wrong. Whole books only are
 * touched, so what remains still sums to nought.
 */
public final class BillingErasure implements ErasureParticipant {
    private static final int TRANSACTIONS_A_STEP = 500;
    private static final String WHAT = "ledger-transaction";

    private final Tx tx;
    private final Ids ids;
    private final LedgerErasure store = new LedgerErasure();

    public BillingErasure(Tx tx, Ids ids) {
        this.tx = tx;
        this.ids = ids;
    }

    @Override
    public String feature() {
        return BillingContribution.FEATURE;
    }

    @Override
    public Set<ErasurePhase> phases() {
        return Set.of(ErasurePhase.ROWS);
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(DataCategory.CREDITS);
    }

    /** Nothing: credits are seen by their owner only, and what running jobs hold is released by the jobs' feature. */
    @Override
    public void tombstone(ErasureOrder order) {}

    @Override
    public ErasureStep step(ErasureOrder order, ErasurePhase phase, Optional<String> checkpoint) {
        if (phase != ErasurePhase.ROWS || !(order.scope() instanceof ErasureScope.Account)) {
            return ErasureStep.nothing();
        }
        return order.disposition(DataCategory.CREDITS)
                .map(disposition -> switch (disposition) {
                    case Disposition.Erase _ -> erase(order.owner());
                    case Disposition.Pseudonymise _ -> pseudonymise(order.owner());
                    case Disposition.KeepUntil kept -> keep(order.owner(), kept);
                })
                .orElseGet(ErasureStep::nothing);
    }

    private ErasureStep erase(PrincipalId owner) {
        return tx.required(() -> {
            int removed = store.removeTransactions(owner.value(), TRANSACTIONS_A_STEP);
            List<Tally> tallies = removed == 0 ? List.of() : List.of(Tally.erased(DataCategory.CREDITS, WHAT, removed));
            if (removed == TRANSACTIONS_A_STEP) {
                return new ErasureStep.More("", tallies);
            }
            store.removeAccounts(owner.value());
            return new ErasureStep.Finished(tallies);
        });
    }

    private ErasureStep pseudonymise(PrincipalId owner) {
        int renamed = tx.required(() -> store.rename(owner.value(), ids.next()));
        return renamed == 0
                ? ErasureStep.nothing()
                : new ErasureStep.Finished(
                        List.of(new Tally(DataCategory.CREDITS, WHAT, Tally.Outcome.PSEUDONYMISED, renamed, "")));
    }

    private ErasureStep keep(PrincipalId owner, Disposition.KeepUntil kept) {
        long count = tx.required(() -> store.count(owner.value()));
        return new ErasureStep.Finished(
                List.of(new Tally(DataCategory.CREDITS, WHAT, Tally.Outcome.KEPT, count, kept.reason())));
    }

    @Override
    public List<Holding> remaining(ErasureOrder order) {
        if (!(order.scope() instanceof ErasureScope.Account) || keeps(order)) {
            return List.of();
        }
        long count = tx.required(() -> store.count(order.owner().value()));
        return count == 0 ? List.of() : List.of(new Holding(DataCategory.CREDITS, WHAT, count, 0, null));
    }

    private static boolean keeps(ErasureOrder order) {
        return order.disposition(DataCategory.CREDITS)
                .map(disposition -> disposition instanceof Disposition.KeepUntil)
                .orElse(true);
    }
}
