package io.heliograph.core.library;

import io.heliograph.core.library.store.AssetSweep;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Tells owners before retention removes their files (R1). Each file is told of once, when its end comes within the lead;
 * an owner gets one message about all of them, and no second one before half of the lead has passed, so that what was made
 * day by day does not end in a message a day.
 */
@Commitment("R1")
public final class EndNotices {
    private static final int OWNERS_A_ROUND = 100;

    private final Tx tx;
    private final InstantSource clock;
    private final Supplier<Duration> lead;
    private final AssetSweep sweep = new AssetSweep();

    EndNotices(Tx tx, InstantSource clock, Supplier<Duration> lead) {
        this.tx = tx;
        this.clock = clock;
        this.lead = lead;
    }

    /**
     * One round; a chore for every hour. With no lead nobody is told.
     *
     * @param messenger called in the unit of work that keeps that the owner was told
     * @return how many owners were told
     */
    public int round(Messenger messenger) {
        Duration ahead = lead.get();
        if (ahead.isZero()) {
            return 0;
        }
        Instant now = clock.instant();
        Instant until = now.plus(ahead);
        Instant recently = now.minus(ahead.dividedBy(2));
        var ending = tx.required(() -> sweep.ending(now, until, recently, OWNERS_A_ROUND));
        ending.forEach(one -> tx.required(() -> {
            int told = sweep.noticed(one.owner(), now, until);
            if (told > 0) {
                messenger.tell(new PrincipalId(one.owner()), told, one.first());
            }
        }));
        return ending.size();
    }

    /** Whoever writes to the owner. */
    @FunctionalInterface
    public interface Messenger {
        /**
         * Tells an owner.
         *
         * @param files how many end
         * @param first when the first of them does
         */
        void tell(PrincipalId owner, int files, Instant first);
    }
}
