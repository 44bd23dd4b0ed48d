package io.heliograph.core.inventory;

import java.time.Instant;

/** What an erasure does with one data category, as answered at the ERASE gate. */
public sealed interface Disposition {
    /** Gone from the record, the stores and the caches. */
    record Erase() implements Disposition {}

    /** Kept, with everything removed that tells who it was. */
    record Pseudonymise() implements Disposition {}

    /**
     * Kept because a law or a hold says so, and erased after.
     *
     * @param until when it may go
     * @param reason stable code shown to the person, such as {@code tax-law}, {@code legal-hold}
     */
    record KeepUntil(Instant until, String reason) implements Disposition {}
}
