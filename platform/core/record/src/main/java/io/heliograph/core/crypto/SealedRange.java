package io.heliograph.core.crypto;

/**
 * A range of a sealed blob to be opened as it is pushed.
 *
 * @param layout of the blob
 * @param sealedBytes length of the whole sealed blob
 * @param head the blob's first {@link SealedLayout#HEAD_BYTES} bytes, kept beside its row or read first
 * @param from first plain byte
 * @param to plain byte after the last
 */
public record SealedRange(SealedLayout layout, long sealedBytes, byte[] head, long from, long to) {
    public SealedRange {
        if (head.length != SealedLayout.HEAD_BYTES) {
            throw new IllegalArgumentException("head has " + head.length + " bytes");
        }
        if (from < 0 || to < from || to > layout.plainBytes(sealedBytes)) {
            throw new IllegalArgumentException("range outside the blob");
        }
    }

    /** What to ask the store for; push exactly these bytes. */
    public SealedLayout.Run run() {
        return layout.run(from, to, sealedBytes);
    }
}
