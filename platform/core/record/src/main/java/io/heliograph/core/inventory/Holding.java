package io.heliograph.core.inventory;

import io.heliograph.kernel.DataCategory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of one kind is held about a principal.
 *
 * @param what stable code of the kind: {@code asset}, {@code session}
 * @param bytes size of content; 0 where rows only are kept
 * @param earliestDeletion when the first of them goes by its period; null if none has one
 */
public record Holding(
        DataCategory category,
        String what,
        long count,
        long bytes,
        @Nullable Instant earliestDeletion) {}
