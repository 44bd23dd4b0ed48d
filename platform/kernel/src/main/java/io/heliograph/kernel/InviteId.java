package io.heliograph.kernel;

import java.util.Optional;
import java.util.UUID;

/** One invitation to sign up. */
public record InviteId(UUID value) implements Comparable<InviteId> {
    /** Reads the canonical text form; empty for anything else, since a malformed id and an unknown one look alike. */
    public static Optional<InviteId> parse(String text) {
        return Uuids.parse(text).map(InviteId::new);
    }

    @Override
    public int compareTo(InviteId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text form. */
    @Override
    public String toString() {
        return value.toString();
    }
}
