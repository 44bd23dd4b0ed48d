package io.heliograph.core.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Times as the database keeps them. */
final class Times {
    private Times() {}

    /** Now, to the microsecond: what is written reads back equal. */
    static Instant micros(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
