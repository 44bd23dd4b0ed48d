package io.heliograph.core.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Another channel from some position on, read only. */
final class ShiftedChannel implements SeekableByteChannel {
    private final SeekableByteChannel whole;
    private final long shift;

    ShiftedChannel(SeekableByteChannel whole, long shift) throws IOException {
        this.whole = whole;
        this.shift = shift;
        whole.position(shift);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return whole.read(target);
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return whole.position() - shift;
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        whole.position(position + shift);
        return this;
    }

    @Override
    public long size() throws IOException {
        return whole.size() - shift;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return whole.isOpen();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
