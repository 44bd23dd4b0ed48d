package io.heliograph.kernel;

import java.util.Optional;
import java.util.UUID;

/** One key for programs. */
public record ApiKeyId(UUID value) implements Comparable<ApiKeyId> {
    /** Reads the canonical text form; empty for anything else, since a malformed id and an unknown one look alike. */
    public static Optional<ApiKeyId> parse(String text) {
        return Uuids.parse(text).map(ApiKeyId::new);
    }

    @Override
    public int compareTo(ApiKeyId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text form. */
    @Override
    public String toString() {
        return value.toString();
    }
}
