package io.heliograph.core.inventory;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import java.time.Instant;

/**
 * Rows or blobs of a feature that end at a deadline kept beside them. The sweeper calls {@link #sweep} until it answers
 * 0 and then reads {@link #overdue}, which must be 0: what is not proved gone is reported to the operator.
 */
@Commitment({"R1", "R2"})
public interface RetentionClass {
    /** Stable name, as in {@code session}; the key of its period in the configuration. */
    String name();

    /** The category whose periods apply. */
    DataCategory category();

    /**
     * Removes at most {@code limit} things whose deadline is before {@code now}, through the store where bytes are kept,
     * leaving alone everything of principals for whom {@code holds} says so.
     *
     * @return how many were removed
     */
    int sweep(Instant now, int limit, HoldCheck holds);

    /** How many things are past their deadline and not held: measured, not remembered. */
    long overdue(Instant now, HoldCheck holds);
}
