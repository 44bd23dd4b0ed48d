package io.heliograph.host.bytes;

import io.heliograph.spi.bytes.ByteSink;
import java.io.IOException;
import java.io.OutputStream;

/** Writes into a stream, counts, and refuses past a limit. For one thread at a time. */
public final class LimitedSink implements ByteSink {
    private final OutputStream target;
    private final long limitBytes;
    private long count;

    /** @param limitBytes how many bytes are taken at most */
    public LimitedSink(OutputStream target, long limitBytes) {
        this.target = target;
        this.limitBytes = limitBytes;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > limitBytes - count) {
            throw new IOException("more than " + limitBytes + " bytes");
        }
        target.write(bytes, offset, length);
        count += length;
    }

    /** Bytes taken so far. */
    public long count() {
        return count;
    }
}
