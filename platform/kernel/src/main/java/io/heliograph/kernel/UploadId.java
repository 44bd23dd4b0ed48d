package io.heliograph.kernel;

import java.util.Optional;
import java.util.UUID;

/** A reference brought in by a person. */
public record UploadId(UUID value) implements Comparable<UploadId> {
    /** Reads the canonical text form; empty for anything else, since a malformed id and an unknown one look alike. */
    public static Optional<UploadId> parse(String text) {
        return Uuids.parse(text).map(UploadId::new);
    }

    @Override
    public int compareTo(UploadId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text form. */
    @Override
    public String toString() {
        return value.toString();
    }
}
