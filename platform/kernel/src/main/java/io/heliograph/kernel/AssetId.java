package io.heliograph.kernel;

import java.util.Optional;
import java.util.UUID;

/** One picture or video kept. */
public record AssetId(UUID value) implements Comparable<AssetId> {
    /** Reads the canonical text form; empty for anything else, since a malformed id and an unknown one look alike. */
    public static Optional<AssetId> parse(String text) {
        return Uuids.parse(text).map(AssetId::new);
    }

    @Override
    public int compareTo(AssetId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text form. */
    @Override
    public String toString() {
        return value.toString();
    }
}
