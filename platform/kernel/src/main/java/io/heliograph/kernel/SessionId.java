package io.heliograph.kernel;

import java.util.Optional;
import java.util.UUID;

/** One signed-in browser. */
public record SessionId(UUID value) implements Comparable<SessionId> {
    /** Reads the canonical text form; empty for anything else, since a malformed id and an unknown one look alike. */
    public static Optional<SessionId> parse(String text) {
        return Uuids.parse(text).map(SessionId::new);
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text form. */
    @Override
    public String toString() {
        return value.toString();
    }
}
