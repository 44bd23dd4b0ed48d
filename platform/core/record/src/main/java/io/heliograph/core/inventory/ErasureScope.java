package io.heliograph.core.inventory;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** How much of a principal's data an erasure order covers. */
public sealed interface ErasureScope {
    /** The account and everything in it; ends with the principal's key. */
    record Account() implements ErasureScope {}

    /**
     * Single things.
     *
     * @param kind whose ids these are: {@code asset}, {@code job}, {@code upload}
     */
    record Objects(String kind, Set<UUID> ids) implements ErasureScope {
        public Objects {
            ids = Set.copyOf(ids);
        }
    }

    /** What was made from {@code from} (inclusive) to {@code to} (exclusive), in the order's categories. */
    record Range(Instant from, Instant to) implements ErasureScope {}
}
