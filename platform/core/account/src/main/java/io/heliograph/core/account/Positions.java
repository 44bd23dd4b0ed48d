package io.heliograph.core.account;

import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.Uuids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Cursors of lists that are sorted by time and id. */
final class Positions {
    private Positions() {}

    static Cursor of(Instant time, UUID id) {
        return Cursor.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time)), id.toString());
    }

    /** @throws ProblemException of type BAD_CURSOR */
    static Optional<Instant> time(Optional<Cursor> cursor) {
        try {
            return cursor.map(c -> Instant.EPOCH.plus(Long.parseLong(c.keys().getFirst()), ChronoUnit.MICROS));
        } catch (NumberFormatException malformed) {
            throw ProblemException.of(ProblemType.BAD_CURSOR).causedBy(malformed);
        }
    }

    /** @throws ProblemException of type BAD_CURSOR */
    static Optional<UUID> id(Optional<Cursor> cursor) {
        return cursor.map(c -> Optional.of(c)
                .filter(whole -> whole.keys().size() == 2)
                .flatMap(whole -> Uuids.parse(whole.keys().get(1)))
                .orElseThrow(() -> ProblemException.of(ProblemType.BAD_CURSOR)));
    }
}
