package io.heliograph.core.record;

import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.kernel.DataCategory;
import java.time.Duration;
import java.time.Instant;

/**
 * The end of a log: entries go when they are older than their period. While anybody is held, nothing of it goes, since a
 * log is only whole or not.
 */
record LogRetention(String name, DataCategory category, Duration kept, Trim trim, Count count)
        implements RetentionClass {
    @Override
    public int sweep(Instant now, int limit, HoldCheck holds) {
        return holds.held().isEmpty() ? trim.before(now.minus(kept), limit) : 0;
    }

    @Override
    public long overdue(Instant now, HoldCheck holds) {
        return holds.held().isEmpty() ? count.before(now.minus(kept)) : 0;
    }

    /** Removes entries older than a time, at most so many. */
    @FunctionalInterface
    interface Trim {
        int before(Instant time, int limit);
    }

    /** Counts entries older than a time. */
    @FunctionalInterface
    interface Count {
        long before(Instant time);
    }
}
