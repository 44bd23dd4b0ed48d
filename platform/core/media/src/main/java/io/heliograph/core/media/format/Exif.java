package io.heliograph.core.media.format;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a still's EXIF block tells on its maker: only which kinds of thing, never what. It serves to say to a person "Location removed"; the
 * removal itself does not depend on it.
 */
public final class Exif {
    private static final int MAX_ENTRIES = 512;
    private static final int MAX_BLOCKS = 16;
    private static final byte[] LITTLE = {'I', 'I', 42, 0};
    private static final byte[] BIG = {'M', 'M', 0, 42};
    private static final byte[] INSIDE_JPEG = Bytes.latin("Exif\0\0");
    private static final byte[] INSIDE_PNG = Bytes.latin("eXIf");
    private static final byte[] INSIDE_WEBP = Bytes.latin("EXIF");

    private Exif() {}

    /** Kinds of thing. */
    public enum Tells {
        LOCATION,
        DEVICE,
        AUTHOR,
        TIME,
        OTHER
    }

    /** What the EXIF blocks of this file tell; empty where there is none. A broken block tells {@code OTHER}. */
    public static Set<Tells> of(byte[] file) {
        Set<Tells> found = EnumSet.noneOf(Tells.class);
        int blocks = 0;
        for (int at = 4; at + 8 <= file.length && blocks < MAX_BLOCKS; at++) {
            boolean little = Bytes.startsWith(file, at, LITTLE);
            if ((little || Bytes.startsWith(file, at, BIG)) && isBlock(file, at)) {
                blocks++;
                read(file, at, little, found);
            }
        }
        return found;
    }

    private static boolean isBlock(byte[] file, int at) {
        return Bytes.startsWith(file, at - 6, INSIDE_JPEG)
                || Bytes.startsWith(file, at - 4, INSIDE_PNG)
                || Bytes.startsWith(file, at - 8, INSIDE_WEBP);
    }

    private static void read(byte[] file, int start, boolean little, Set<Tells> found) {
        try {
            long directory = little ? Bytes.u32Little(file, start + 4) : Bytes.u32(file, start + 4);
            if (directory > file.length) {
                found.add(Tells.OTHER);
                return;
            }
            int at = start + (int) directory;
            int entries = Math.min(u16(file, at, little), MAX_ENTRIES);
            for (int i = 0; i < entries; i++) {
                kind(u16(file, at + 2 + 12 * i, little)).ifPresent(found::add);
            }
        } catch (DamagedFileException e) {
            found.add(Tells.OTHER);
        }
    }

    /** Orientation and sizes tell nothing; what is not known here counts as something. */
    private static Optional<Tells> kind(int tag) {
        return switch (tag) {
            case 0x8825 -> Optional.of(Tells.LOCATION);
            case 0x010f, 0x0110, 0x0131, 0xa430, 0xa431, 0xa433, 0xa434, 0xa435 -> Optional.of(Tells.DEVICE);
            case 0x013b, 0x8298, 0x9c9d -> Optional.of(Tells.AUTHOR);
            case 0x0132, 0x9003, 0x9004 -> Optional.of(Tells.TIME);
            case 0x0100, 0x0101, 0x0102, 0x0103, 0x0112, 0x011a, 0x011b, 0x0128, 0x0213 -> Optional.empty();
            default -> Optional.of(Tells.OTHER);
        };
    }

    private static int u16(byte[] file, int at, boolean little) throws DamagedFileException {
        return little ? Bytes.u16Little(file, at) : Bytes.u16(file, at);
    }
}
