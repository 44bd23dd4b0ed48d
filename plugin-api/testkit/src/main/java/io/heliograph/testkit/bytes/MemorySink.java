package io.heliograph.testkit.bytes;

import io.heliograph.spi.bytes.ByteSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Collects bytes in memory and refuses past its limit. */
public final class MemorySink implements ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long limitBytes;

    /** A sink that takes at most so many bytes. */
    public MemorySink(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** A sink of 64 MiB. */
    public MemorySink() {
        this(64L * 1024 * 1024);
    }

    @Override
    public synchronized void write(byte[] source, int offset, int length) throws IOException {
        if (bytes.size() + (long) length > limitBytes) {
            throw new IOException("the sink takes " + limitBytes + " bytes");
        }
        bytes.write(source, offset, length);
    }

    /** What was written. */
    public synchronized byte[] bytes() {
        return bytes.toByteArray();
    }
}
