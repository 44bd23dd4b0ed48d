package io.heliograph.core.media.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * WebP as RIFF chunks. The size is the largest that the canvas or any coded picture claims: a small canvas around a huge picture is a known
 * trick. Rewriting keeps picture, alpha and colour profile and sets the flags of the extended header to what is really there.
 */
public final class WebpFormat {
    private static final int FLAG_XMP = 0x04;
    private static final int FLAG_ALPHA = 0x10;
    private static final int FLAG_ICC = 0x20;
    private static final Set<String> KEPT = Set.of("ICCP", "ALPH", "VP8 ", "VP8L");
    private static final byte[] EXIF_PREFIX = Bytes.latin("Exif\0\0");
    private static final int MAX_CHUNKS = 10_000;

    private WebpFormat() {}

    private record Chunk(String name, int data, int length) {}

    private record Size(int width, int height, boolean alpha) {}

    /** Reads the head; throws where the file is shorter than it says or holds no picture. */
    public static StillHead head(byte[] file) throws DamagedFileException {
        int width = 0;
        int height = 0;
        int frames = 0;
        int pictures = 0;
        int orientation = 1;
        boolean lossless = false;
        String xmp = null;
        boolean credentials = false;
        for (Chunk chunk : chunks(file)) {
            int at = chunk.data();
            switch (chunk.name()) {
                case "VP8X" -> {
                    width = Math.max(width, 1 + Bytes.u24Little(file, at + 4));
                    height = Math.max(height, 1 + Bytes.u24Little(file, at + 7));
                }
                case "VP8 ", "VP8L" -> {
                    Size size = size(file, chunk);
                    width = Math.max(width, size.width());
                    height = Math.max(height, size.height());
                    lossless |= "VP8L".equals(chunk.name());
                    pictures++;
                }
                case "ANMF" -> frames++;
                case "EXIF" ->
                    orientation = ExifOrientation.of(
                            file, Bytes.startsWith(file, at, EXIF_PREFIX) ? at + EXIF_PREFIX.length : at);
                case "XMP " -> xmp = new String(file, at, chunk.length(), StandardCharsets.UTF_8);
                case "C2PA" -> credentials = true;
                default -> {}
            }
        }
        if (pictures + frames == 0) {
            throw new DamagedFileException("WebP without a picture");
        }
        return new StillHead(
                width,
                height,
                Math.max(frames, pictures),
                orientation,
                false,
                lossless,
                Optional.ofNullable(xmp),
                credentials);
    }

    /** The same still picture without metadata, with the given XMP packet where one is given. Lossless: coded data are copied. */
    public static byte[] rewrite(byte[] file, @Nullable String xmp) throws DamagedFileException {
        Chunk icc = null;
        Chunk alpha = null;
        Chunk picture = null;
        for (Chunk chunk : chunks(file)) {
            if (!KEPT.contains(chunk.name())) {
                continue;
            }
            switch (chunk.name()) {
                case "ICCP" -> icc = chunk;
                case "ALPH" -> alpha = chunk;
                default -> picture = chunk;
            }
        }
        if (picture == null) {
            throw new DamagedFileException("WebP without a picture");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + 4096);
        body.writeBytes(Bytes.latin("WEBP"));
        if (icc != null || alpha != null || xmp != null) {
            writeExtended(body, size(file, picture), icc != null, alpha != null, xmp != null);
        }
        copy(body, file, icc);
        copy(body, file, alpha);
        copy(body, file, picture);
        if (xmp != null) {
            byte[] packet = xmp.getBytes(StandardCharsets.UTF_8);
            write(body, "XMP ", packet, 0, packet.length);
        }
        byte[] riff = new byte[8];
        System.arraycopy(Bytes.latin("RIFF"), 0, riff, 0, 4);
        Bytes.putU32Little(riff, 4, body.size());
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.size() + 8);
        out.writeBytes(riff);
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private static void writeExtended(ByteArrayOutputStream body, Size size, boolean icc, boolean alpha, boolean xmp) {
        byte[] data = new byte[10];
        data[0] = (byte) ((icc ? FLAG_ICC : 0) | (alpha || size.alpha() ? FLAG_ALPHA : 0) | (xmp ? FLAG_XMP : 0));
        put24(data, 4, size.width() - 1);
        put24(data, 7, size.height() - 1);
        write(body, "VP8X", data, 0, data.length);
    }

    private static void put24(byte[] data, int at, int value) {
        data[at] = (byte) value;
        data[at + 1] = (byte) (value >>> 8);
        data[at + 2] = (byte) (value >>> 16);
    }

    private static void copy(ByteArrayOutputStream body, byte[] file, @Nullable Chunk chunk) {
        if (chunk != null) {
            write(body, chunk.name(), file, chunk.data(), chunk.length());
        }
    }

    private static void write(ByteArrayOutputStream body, String name, byte[] from, int at, int length) {
        byte[] head = new byte[8];
        System.arraycopy(Bytes.latin(name), 0, head, 0, 4);
        Bytes.putU32Little(head, 4, length);
        body.writeBytes(head);
        body.write(from, at, length);
        if ((length & 1) == 1) {
            body.write(0);
        }
    }

    private static Size size(byte[] file, Chunk chunk) throws DamagedFileException {
        int at = chunk.data();
        if ("VP8L".equals(chunk.name())) {
            if (Bytes.u8(file, at) != 0x2f) {
                throw new DamagedFileException("lossless WebP without its signature");
            }
            long bits = Bytes.u32Little(file, at + 1);
            return new Size(1 + (int) (bits & 0x3fff), 1 + (int) (bits >>> 14 & 0x3fff), (bits >>> 28 & 1) == 1);
        }
        if (Bytes.u8(file, at + 3) != 0x9d || Bytes.u8(file, at + 4) != 0x01 || Bytes.u8(file, at + 5) != 0x2a) {
            throw new DamagedFileException("WebP key frame without its start code");
        }
        return new Size(Bytes.u16Little(file, at + 6) & 0x3fff, Bytes.u16Little(file, at + 8) & 0x3fff, false);
    }

    private static List<Chunk> chunks(byte[] file) throws DamagedFileException {
        if (!"RIFF".equals(Bytes.name(file, 0)) || !"WEBP".equals(Bytes.name(file, 8))) {
            throw new DamagedFileException("no WebP signature");
        }
        long end = 8 + Bytes.u32Little(file, 4);
        if (end > file.length) {
            throw new DamagedFileException("WebP of " + file.length + " bytes says it has " + end);
        }
        List<Chunk> chunks = new ArrayList<>();
        int at = 12;
        while (at + 8 <= end) {
            long length = Bytes.u32Little(file, at + 4);
            if (length > end - at - 8) {
                throw new DamagedFileException("WebP chunk at " + at + " runs past the end");
            }
            chunks.add(new Chunk(Bytes.name(file, at), at + 8, (int) length));
            if (chunks.size() > MAX_CHUNKS) {
                throw new DamagedFileException("more than " + MAX_CHUNKS + " WebP chunks");
            }
            at += 8 + (int) length + (int) (length & 1);
        }
        return chunks;
    }
}
