package io.heliograph.core.media.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The head of Matroska's family: only its {@code DocType} tells a WebM from any other Matroska file. */
public final class EbmlFormat {
    private static final long ID_EBML = 0x1a45dfa3L;
    private static final long ID_DOC_TYPE = 0x4282;

    private EbmlFormat() {}

    private record VarInt(long value, int length) {}

    /** The document type of the file whose first bytes are given; empty where they are no EBML head. */
    public static Optional<String> docType(byte[] prefix) {
        try {
            VarInt id = number(prefix, 0, false);
            if (id.value() != ID_EBML) {
                return Optional.empty();
            }
            VarInt size = number(prefix, id.length(), true);
            int at = id.length() + size.length();
            long end = Math.min(prefix.length, at + size.value());
            while (at < end) {
                VarInt child = number(prefix, at, false);
                VarInt length = number(prefix, at + child.length(), true);
                int data = at + child.length() + length.length();
                if (length.value() > end - data) {
                    return Optional.empty();
                }
                if (child.value() == ID_DOC_TYPE) {
                    String text = new String(prefix, data, (int) length.value(), StandardCharsets.ISO_8859_1);
                    int zero = text.indexOf('\0');
                    return Optional.of(zero < 0 ? text : text.substring(0, zero));
                }
                at = data + (int) length.value();
            }
            return Optional.empty();
        } catch (DamagedFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Throws where the clip's one segment says that it is longer than the file: the rest never arrived. A segment of unknown length (as
     * browsers record) says nothing.
     */
    public static void requireComplete(byte[] prefix, long fileBytes) throws DamagedFileException {
        VarInt id = number(prefix, 0, false);
        VarInt size = number(prefix, id.length(), true);
        long at = id.length() + size.length() + size.value();
        while (at < prefix.length) {
            VarInt child = number(prefix, (int) at, false);
            VarInt length = number(prefix, (int) at + child.length(), true);
            long data = at + child.length() + length.length();
            boolean unknown = length.value() == (1L << (7 * length.length())) - 1;
            if (unknown) {
                return;
            }
            if (length.value() > fileBytes - data) {
                throw new DamagedFileException("WebM segment runs past the end");
            }
            at = data + length.value();
        }
    }

    /** A variable-length number; an id keeps its length marker, a size loses it. */
    private static VarInt number(byte[] file, int at, boolean unmarked) throws DamagedFileException {
        int first = Bytes.u8(file, at);
        int length = Integer.numberOfLeadingZeros(first) - 23;
        if (length > 8) {
            throw new DamagedFileException("no EBML number at " + at);
        }
        long value = unmarked ? first & (0xff >> length) : first;
        for (int i = 1; i < length; i++) {
            value = value << 8 | Bytes.u8(file, at + i);
        }
        return new VarInt(value, length);
    }
}
