package io.heliograph.core.crypto;

/**
 * Where the plain bytes of a sealed blob lie in it. A sealed blob is our header, then the cipher's stream: its own
 * header followed by segments of {@link SegmentSize#bytes()} each, of which the first holds that header too and the last
 * is as long as it needs to be.
 *
 * @param segment as chosen at sealing
 */
public record SealedLayout(SegmentSize segment) {
    /** Length of our own header: format version, segment code, two bytes of nought, key id. */
    public static final int HEADER_BYTES = 20;

    /** Length of the cipher's header: its own length, salt, nonce prefix. */
    static final int CIPHER_HEADER_BYTES = 1 + 32 + 7;

    /** What must be known of a blob to open a range of it: both headers. */
    public static final int HEAD_BYTES = HEADER_BYTES + CIPHER_HEADER_BYTES;

    private static final int TAG_BYTES = 16;

    /** Length of the sealed form of {@code plainBytes}. */
    public long sealedBytes(long plainBytes) {
        long segments = Math.max(1, Math.ceilDiv(plainBytes + CIPHER_HEADER_BYTES, (long) plainPerSegment()));
        return HEAD_BYTES + plainBytes + segments * TAG_BYTES;
    }

    /** Length of what is inside {@code sealedBytes}. @throws SealBrokenException if no sealed blob has that length. */
    public long plainBytes(long sealedBytes) {
        long segments = Math.ceilDiv(sealedBytes - HEADER_BYTES, (long) segment.bytes());
        long plain = sealedBytes - HEAD_BYTES - segments * TAG_BYTES;
        if (plain < 0) {
            throw new SealBrokenException("too short for a sealed blob");
        }
        return plain;
    }

    /**
     * The run of the sealed blob that holds the plain bytes from {@code from} (inclusive) to {@code to} (exclusive), in
     * whole segments.
     */
    public Run run(long from, long to, long sealedBytes) {
        long first = segmentOf(from);
        long last = segmentOf(Math.max(from, to - 1));
        return new Run(
                HEADER_BYTES + first * segment.bytes(),
                Math.min(sealedBytes, HEADER_BYTES + (last + 1) * segment.bytes()));
    }

    /** The number of the segment that holds a plain byte. */
    long segmentOf(long plainPosition) {
        return (plainPosition + CIPHER_HEADER_BYTES) / plainPerSegment();
    }

    /** The first plain byte of a segment. */
    long plainStart(long segmentNumber) {
        return Math.max(0, segmentNumber * plainPerSegment() - CIPHER_HEADER_BYTES);
    }

    private int plainPerSegment() {
        return segment.bytes() - TAG_BYTES;
    }

    /** Positions in a sealed blob, {@code from} inclusive, {@code to} exclusive. */
    public record Run(long from, long to) {
        /** How many bytes that is. */
        public long length() {
            return to - from;
        }
    }
}
