package io.heliograph.spi.bytes;

/**
 * A run of bytes.
 *
 * @param offsetBytes first byte, from 0
 * @param lengthBytes how many, at least 1
 */
public record ByteRange(long offsetBytes, long lengthBytes) {
    /** @throws IllegalArgumentException if the offset is negative or the length not positive. */
    public ByteRange {
        if (offsetBytes < 0 || lengthBytes < 1 || offsetBytes + lengthBytes < 0) {
            throw new IllegalArgumentException("a range begins at 0 or later and has at least 1 byte");
        }
    }
}
