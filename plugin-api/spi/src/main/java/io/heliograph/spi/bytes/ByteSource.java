package io.heliograph.spi.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/**
 * Bytes that the host hands to a plugin for one call. Re-openable: each method reads from the start. Each chunk checks
 * permit, limit and deadline.
 */
public interface ByteSource {
    /** Number of bytes, where it is known beforehand. */
    OptionalLong sizeBytes();

    /** Media type by content, such as {@code image/png}. */
    String mediaType();

    /** Writes all bytes to {@code target}, which is not closed. Returns how many there were. */
    long copyTo(OutputStream target) throws IOException;

    /**
     * All bytes in memory.
     *
     * @throws IOException also when there are more than {@code limitBytes}
     */
    byte[] readAll(int limitBytes) throws IOException;
}
