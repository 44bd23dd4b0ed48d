package io.heliograph.kernel;

import java.util.Optional;
import java.util.UUID;

/** One sealed run of bytes in a store: an original, a thumbnail, a poster. */
public record BlobId(UUID value) implements Comparable<BlobId> {
    /** Reads the canonical text form; empty for anything else, since a malformed id and an unknown one look alike. */
    public static Optional<BlobId> parse(String text) {
        return Uuids.parse(text).map(BlobId::new);
    }

    @Override
    public int compareTo(BlobId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text form. */
    @Override
    public String toString() {
        return value.toString();
    }
}
