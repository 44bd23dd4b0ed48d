package io.heliograph.kernel;

import java.util.Optional;
import java.util.UUID;

/** Who owns things and is charged: a person now, a team later. */
public record PrincipalId(UUID value) implements Comparable<PrincipalId> {
    /** Reads the canonical text form; empty for anything else, since a malformed id and an unknown one look alike. */
    public static Optional<PrincipalId> parse(String text) {
        return Uuids.parse(text).map(PrincipalId::new);
    }

    @Override
    public int compareTo(PrincipalId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text form. */
    @Override
    public String toString() {
        return value.toString();
    }
}
