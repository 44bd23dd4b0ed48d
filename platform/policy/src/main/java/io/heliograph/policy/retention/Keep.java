package io.heliograph.policy.retention;

import java.time.Duration;

/** How long something is kept. */
public sealed interface Keep {
    /** For a period from the moment it is kept; positive. */
    record For(Duration period) implements Keep {
        /** @throws IllegalArgumentException unless the period is positive */
        public For {
            if (period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("a retention period is positive");
            }
        }
    }

    /** As long as the account exists; it goes with it. */
    record WithAccount() implements Keep {}

    /** For {@code days} days. */
    static Keep days(long days) {
        return new For(Duration.ofDays(days));
    }

    /** As long as the account exists. */
    static Keep withAccount() {
        return new WithAccount();
    }
}
