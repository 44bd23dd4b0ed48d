package io.heliograph.kernel;

import java.util.Optional;
import java.util.UUID;

/** One generation asked for. */
public record JobId(UUID value) implements Comparable<JobId> {
    /** Reads the canonical text form; empty for anything else, since a malformed id and an unknown one look alike. */
    public static Optional<JobId> parse(String text) {
        return Uuids.parse(text).map(JobId::new);
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text form. */
    @Override
    public String toString() {
        return value.toString();
    }
}
