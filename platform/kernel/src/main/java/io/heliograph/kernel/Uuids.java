package io.heliograph.kernel;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** Conversions of UUIDs: canonical text, and the 16 big-endian bytes that MariaDB's {@code binary(16)} orders by time. */
public final class Uuids {
    private static final int CANONICAL_LENGTH = 36;

    private Uuids() {}

    /** Reads the canonical 36 characters; empty for anything else, shortened forms included. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != CANONICAL_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The 16 bytes, most significant first. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The id of 16 bytes. @throws IllegalArgumentException if there are not 16. */
    public static UUID of(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("a UUID has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
