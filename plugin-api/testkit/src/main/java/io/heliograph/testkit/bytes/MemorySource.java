package io.heliograph.testkit.bytes;

import io.heliograph.spi.bytes.ByteSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/** Bytes in memory, handed over in chunks of 1,000 so that nobody relies on one write. */
public final class MemorySource implements ByteSource {
    private static final int CHUNK_BYTES = 1000;

    private final byte[] bytes;
    private final String mediaType;
    private final int failAfterBytes;

    private MemorySource(byte[] bytes, String mediaType, int failAfterBytes) {
        this.bytes = bytes;
        this.mediaType = mediaType;
        this.failAfterBytes = failAfterBytes;
    }

    /** A source of these bytes. */
    public static MemorySource of(byte[] bytes) {
        return new MemorySource(bytes.clone(), "application/octet-stream", Integer.MAX_VALUE);
    }

    /** The same bytes with a media type. */
    public MemorySource as(String type) {
        return new MemorySource(bytes, type, failAfterBytes);
    }

    /** The same bytes, but reading fails once so many were handed over. */
    public MemorySource failingAfter(int count) {
        return new MemorySource(bytes, mediaType, count);
    }

    @Override
    public OptionalLong sizeBytes() {
        return OptionalLong.of(bytes.length);
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public long copyTo(OutputStream target) throws IOException {
        for (int at = 0; at < bytes.length; at += CHUNK_BYTES) {
            if (at >= failAfterBytes) {
                throw new IOException("the source broke off, as the test asked");
            }
            target.write(bytes, at, Math.min(CHUNK_BYTES, bytes.length - at));
        }
        return bytes.length;
    }

    @Override
    public byte[] readAll(int limitBytes) throws IOException {
        if (bytes.length > limitBytes) {
            throw new IOException("more than " + limitBytes + " bytes");
        }
        return Arrays.copyOf(bytes, bytes.length);
    }
}
