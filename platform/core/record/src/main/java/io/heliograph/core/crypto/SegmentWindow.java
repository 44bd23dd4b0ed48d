package io.heliograph.core.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A sealed stream of which only the cipher's header and one segment are at hand. */
final class SegmentWindow implements SeekableByteChannel {
    private final long size;
    private final byte[] head;
    private byte[] shown = new byte[0];
    private long shownFrom;
    private int shownLength;
    private long position;

    SegmentWindow(long size, byte[] head) {
        this.size = size;
        this.head = head;
    }

    void show(long from, byte[] bytes, int length) {
        this.shown = bytes;
        this.shownFrom = from;
        this.shownLength = length;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (position >= size) {
            return -1;
        }
        if (shownLength == 0 || (position < head.length && shownFrom != 0)) {
            return copy(head, 0, head.length, target);
        }
        return copy(shown, shownFrom, shownLength, target);
    }

    private int copy(byte[] bytes, long from, int length, ByteBuffer target) throws IOException {
        long at = position - from;
        if (at < 0 || at >= length) {
            throw new IOException("position " + position + " is not at hand");
        }
        int part = (int) Math.min(target.remaining(), length - at);
        target.put(bytes, (int) at, part);
        position += part;
        return part;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        this.position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
