package io.heliograph.host.guard;

import io.heliograph.spi.bytes.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A source as a plugin sees it: every chunk asks whether the call may go on, and the end asks the record itself. */
final class GuardedSource implements ByteSource {
    private final ByteSource source;
    private final CallLife life;

    GuardedSource(ByteSource source, CallLife life) {
        this.source = source;
        this.life = life;
    }

    @Override
    public OptionalLong sizeBytes() {
        life.alive();
        return source.sizeBytes();
    }

    @Override
    public String mediaType() {
        life.alive();
        return source.mediaType();
    }

    @Override
    public long copyTo(OutputStream target) throws IOException {
        life.chunk();
        long count = source.copyTo(new Checked(target, life));
        // A store makes its blob visible after this: the last moment to say that it was deleted meanwhile.
        if (!life.stillGranted()) {
            throw new IOException("the call should end");
        }
        return count;
    }

    @Override
    public byte[] readAll(int limitBytes) throws IOException {
        long size = sizeBytes().orElse(0);
        if (size > limitBytes) {
            throw new IOException("more than " + limitBytes + " bytes");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) size);
        copyTo(new LimitedStream(all, limitBytes));
        return all.toByteArray();
    }

    private static final class Checked extends OutputStream {
        private final OutputStream target;
        private final CallLife life;

        Checked(OutputStream target, CallLife life) {
            this.target = target;
            this.life = life;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            life.chunk();
            target.write(bytes, offset, length);
            life.chunk();
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
