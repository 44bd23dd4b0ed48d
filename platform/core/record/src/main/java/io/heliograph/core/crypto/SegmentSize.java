package io.heliograph.core.crypto;

import java.util.Optional;

/** Size of a sealed segment: what is read at least for any range. Small for thumbnails, large for originals. */
public enum SegmentSize {
    /** Thumbnails, posters. */
    KIB_4(1, 4 << 10),
    /** Pictures. */
    KIB_64(2, 64 << 10),
    /** Videos and archives. */
    MIB_1(3, 1 << 20);

    private final int code;
    private final int bytes;

    SegmentSize(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Length of a sealed segment. */
    public int bytes() {
        return bytes;
    }

    /** The number in a blob's header; never changed. */
    int code() {
        return code;
    }

    static Optional<SegmentSize> ofCode(int code) {
        for (SegmentSize size : values()) {
            if (size.code == code) {
                return Optional.of(size);
            }
        }
        return Optional.empty();
    }
}
