package io.heliograph.host.guard;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that refuses past a limit. */
final class LimitedStream extends OutputStream {
    private final OutputStream target;
    private long left;

    LimitedStream(OutputStream target, long limitBytes) {
        this.target = target;
        this.left = limitBytes;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > left) {
            throw new IOException("more bytes than allowed");
        }
        target.write(bytes, offset, length);
        left -= length;
    }
}
