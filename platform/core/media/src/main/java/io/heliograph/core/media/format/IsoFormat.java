package io.heliograph.core.media.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The box structure that MP4, AVIF and HEIC share (ISO base media): brands, picture sizes, and the boxes that carry marks of origin. Nothing
 * is decoded here.
 */
public final class IsoFormat {
    /** The box type of an XMP packet at the top level of a file. */
    private static final byte[] XMP_UUID = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");

    private static final byte[] C2PA_UUID = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
    private static final Set<String> CONTAINERS = Set.of("meta", "iprp", "ipco");
    private static final int MAX_BOXES = 100_000;
    private static final int MAX_XMP_BYTES = 256 * 1024;

    private IsoFormat() {}

    /**
     * The brands of the {@code ftyp} box.
     *
     * @param major the brand that the writer aimed at
     * @param compatible all brands that a reader may use, the major one included
     */
    public record Brands(String major, List<String> compatible) {}

    /** What the top level of a clip says about its origin. */
    public record Origin(Optional<String> xmp, boolean contentCredentials) {}

    /** Brands of the file whose first bytes are given; empty where it does not begin with {@code ftyp}. */
    public static Optional<Brands> brands(byte[] prefix) {
        try {
            if (prefix.length < 16 || !"ftyp".equals(Bytes.name(prefix, 4))) {
                return Optional.empty();
            }
            long size = Math.min(Bytes.u32(prefix, 0), prefix.length);
            List<String> brands = new ArrayList<>();
            brands.add(Bytes.name(prefix, 8));
            for (int at = 16; at + 4 <= size; at += 4) {
                brands.add(Bytes.name(prefix, at));
            }
            return Optional.of(new Brands(brands.getFirst(), List.copyOf(brands)));
        } catch (DamagedFileException e) {
            return Optional.empty();
        }
    }

    /** Head of an AVIF or HEIC still: the largest size that any of its items claims. Orientation is left to the decoder. */
    public static StillHead stillHead(byte[] file) throws DamagedFileException {
        int[] size = new int[2];
        boolean[] credentials = new boolean[1];
        walk(file, 0, file.length, size, credentials, 0);
        if (size[0] == 0 || size[1] == 0) {
            throw new DamagedFileException("no picture size among the item properties");
        }
        return new StillHead(size[0], size[1], 1, 1, false, false, xmpText(file), credentials[0]);
    }

    private static void walk(byte[] file, int from, int to, int[] size, boolean[] credentials, int depth)
            throws DamagedFileException {
        int at = from;
        for (int boxes = 0; at + 8 <= to; boxes++) {
            if (boxes > MAX_BOXES || depth > 8) {
                throw new DamagedFileException("boxes without end");
            }
            long length = Bytes.u32(file, at);
            int head = 8;
            if (length == 1) {
                length = Bytes.u64(file, at + 8);
                head = 16;
            } else if (length == 0) {
                length = (long) to - at;
            }
            if (length < head || length > to - at) {
                throw new DamagedFileException("box at " + at + " runs past the end");
            }
            String name = Bytes.name(file, at + 4);
            int data = at + head;
            int end = at + (int) length;
            if (CONTAINERS.contains(name)) {
                walk(file, "meta".equals(name) ? data + 4 : data, end, size, credentials, depth + 1);
            } else if ("ispe".equals(name)) {
                size[0] = Math.max(size[0], clamp(Bytes.u32(file, data + 4)));
                size[1] = Math.max(size[1], clamp(Bytes.u32(file, data + 8)));
            } else if ("uuid".equals(name) && Bytes.startsWith(file, data, C2PA_UUID)) {
                credentials[0] = true;
            }
            at = end;
        }
    }

    private static int clamp(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    /** An XMP item is plain text inside the file; its place is found by its own brackets, which is enough to read one field. */
    private static Optional<String> xmpText(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("<x:xmpmeta");
        int to = from < 0 ? -1 : text.indexOf("</x:xmpmeta>", from);
        if (to < 0 || to - from > MAX_XMP_BYTES) {
            return Optional.empty();
        }
        return Optional.of(new String(file, from, to + "</x:xmpmeta>".length() - from, StandardCharsets.UTF_8));
    }

    /** Looks along the top-level boxes of a clip for marks of origin; reads box heads and the mark itself, nothing else. */
    public static Origin origin(Path clip) throws IOException {
        Optional<String> xmp = Optional.empty();
        boolean credentials = false;
        try (RandomAccessFile file = new RandomAccessFile(clip.toFile(), "r")) {
            long at = 0;
            for (int boxes = 0; at + 8 <= file.length(); boxes++) {
                if (boxes > MAX_BOXES) {
                    throw new DamagedFileException("boxes without end");
                }
                file.seek(at);
                long length = file.readInt() & 0xffffffffL;
                byte[] name = new byte[4];
                file.readFully(name);
                int head = 8;
                if (length == 1) {
                    length = file.readLong();
                    head = 16;
                } else if (length == 0) {
                    length = file.length() - at;
                }
                if (length < head || length > file.length() - at) {
                    throw new DamagedFileException("box at " + at + " runs past the end");
                }
                if ("uuid".equals(new String(name, StandardCharsets.ISO_8859_1)) && length >= head + 16) {
                    byte[] type = new byte[16];
                    file.readFully(type);
                    credentials |= Bytes.startsWith(type, 0, C2PA_UUID);
                    long rest = length - head - 16;
                    if (Bytes.startsWith(type, 0, XMP_UUID) && rest <= MAX_XMP_BYTES) {
                        byte[] packet = new byte[(int) rest];
                        file.readFully(packet);
                        xmp = Optional.of(new String(packet, StandardCharsets.UTF_8));
                    }
                }
                at += length;
            }
        }
        return new Origin(xmp, credentials);
    }

    /** Appends an XMP box. At the end of the file no offset inside it moves, so a clip that starts fast still does. */
    public static void appendXmp(Path clip, String xmp) throws IOException {
        byte[] packet = xmp.getBytes(StandardCharsets.UTF_8);
        byte[] head = new byte[8];
        Bytes.putU32(head, 0, 8L + 16 + packet.length);
        System.arraycopy(Bytes.latin("uuid"), 0, head, 4, 4);
        try (OutputStream out = Files.newOutputStream(clip, StandardOpenOption.APPEND)) {
            out.write(head);
            out.write(XMP_UUID);
            out.write(packet);
        }
    }
}
