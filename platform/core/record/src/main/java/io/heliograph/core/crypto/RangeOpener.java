package io.heliograph.core.crypto;

import com.google.crypto.tink.StreamingAead;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Opens a range of a blob while its sealed bytes are pushed in: as soon as a segment is whole it is opened and its part
 * of the range goes out. Holds one segment. Used by one thread.
 */
final class RangeOpener extends OutputStream {
    private final SealedRange range;
    private final OutputStream plain;
    private final SegmentWindow window;
    private final SeekableByteChannel opened;
    private final byte[] segment;
    private final long lastSegment;
    private long segmentNumber;
    private int filled;
    private long missing;

    RangeOpener(SealedRange range, StreamingAead cipher, byte[] associated, OutputStream plain) {
        this.range = range;
        this.plain = plain;
        this.segment = new byte[range.layout().segment().bytes()];
        this.segmentNumber = range.layout().segmentOf(range.from());
        this.lastSegment = range.layout().segmentOf(Math.max(range.from(), range.to() - 1));
        this.missing = range.run().length();
        this.window = new SegmentWindow(
                range.sealedBytes() - SealedLayout.HEADER_BYTES,
                Arrays.copyOfRange(range.head(), SealedLayout.HEADER_BYTES, SealedLayout.HEAD_BYTES));
        try {
            this.opened = cipher.newSeekableDecryptingChannel(window, associated);
        } catch (GeneralSecurityException | IOException damaged) {
            throw new SealBrokenException("a sealed blob is damaged or belongs elsewhere", damaged);
        }
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > missing) {
            throw new SealBrokenException("more bytes came than the range has");
        }
        missing -= length;
        int done = 0;
        while (done < length) {
            int part = Math.min(segment.length - filled, length - done);
            System.arraycopy(bytes, offset + done, segment, filled, part);
            filled += part;
            done += part;
            if (filled == segment.length || (missing == 0 && done == length)) {
                openSegment();
            }
        }
    }

    private void openSegment() throws IOException {
        window.show(segmentNumber * segment.length, segment, filled);
        long from = Math.max(range.from(), range.layout().plainStart(segmentNumber));
        long to = segmentNumber == lastSegment
                ? range.to()
                : Math.min(range.to(), range.layout().plainStart(segmentNumber + 1));
        ByteBuffer out = ByteBuffer.allocate((int) (to - from));
        try {
            opened.position(from);
            while (out.hasRemaining() && opened.read(out) >= 0) {
                // reads on until the segment's part of the range is there
            }
        } catch (IOException damaged) {
            throw new SealBrokenException("a sealed blob is damaged or belongs elsewhere", damaged);
        }
        if (out.hasRemaining()) {
            throw new SealBrokenException("a sealed blob is shorter than its row says");
        }
        plain.write(out.array());
        segmentNumber++;
        filled = 0;
    }

    @Override
    public void flush() throws IOException {
        plain.flush();
    }

    @Override
    public void close() throws IOException {
        if (missing > 0) {
            throw new EOFException(missing + " bytes of a sealed blob are missing");
        }
        plain.flush();
    }
}
