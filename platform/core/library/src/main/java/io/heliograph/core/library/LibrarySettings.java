package io.heliograph.core.library;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Times of the library.
 *
 * @param undoWindow how long a deletion can be undone
 * @param pendingLimit after which what was never published is taken away; longer than any retry from the spool
 * @param erasedRowLimit how long the empty row of an erased asset stays, so that a late result finds it
 * @param noticeLead how long before its end a file counts as ending soon, and its owner is told; nought for never. Asked at each use
 */
public record LibrarySettings(
        Duration undoWindow, Duration pendingLimit, Duration erasedRowLimit, Supplier<Duration> noticeLead) {
    /** 15 seconds, 2 hours, 30 days, 14 days. */
    public static LibrarySettings usual() {
        return new LibrarySettings(
                Duration.ofSeconds(15), Duration.ofHours(2), Duration.ofDays(30), () -> Duration.ofDays(14));
    }

    /** The same with another lead, asked at each use. */
    public LibrarySettings withNoticeLead(Supplier<Duration> lead) {
        return new LibrarySettings(undoWindow, pendingLimit, erasedRowLimit, lead);
    }
}
