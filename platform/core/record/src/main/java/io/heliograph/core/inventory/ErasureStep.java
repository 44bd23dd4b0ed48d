package io.heliograph.core.inventory;

import java.time.Duration;
import java.util.List;

/** The answer of one erasure step. The tallies of all steps add up to the receipt. */
public sealed interface ErasureStep {
    /** There is more to do in this phase; {@code checkpoint} is kept and handed to the next step (at most 500 characters). */
    record More(String checkpoint, List<Tally> tallies) implements ErasureStep {
        public More {
            tallies = List.copyOf(tallies);
        }
    }

    /**
     * Nothing could be done just now (a store or a provider is away): the same step again after {@code retryAfter}. It is
     * never taken for done.
     *
     * @param reason stable code for the operator, such as {@code store-unavailable}
     */
    record Waiting(Duration retryAfter, String reason) implements ErasureStep {}

    /** This participant has done its part of the phase. */
    record Finished(List<Tally> tallies) implements ErasureStep {
        public Finished {
            tallies = List.copyOf(tallies);
        }
    }

    /** A finished phase with nothing to count. */
    static ErasureStep nothing() {
        return new Finished(List.of());
    }
}
