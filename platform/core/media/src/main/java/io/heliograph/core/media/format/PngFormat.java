package io.heliograph.core.media.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PNG as a list of chunks, each checked against its checksum. Rewriting keeps the chunks that decide how the picture looks. Text, time,
 * EXIF and unknown chunks go, and so does an animation: its first picture is an ordinary PNG and stays.
 */
public final class PngFormat {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP");
    private static final byte[] XMP_KEYWORD = Bytes.latin("XML:com.adobe.xmp\0");
    private static final int MAX_XMP_BYTES = 256 * 1024;
    private static final int MAX_CHUNKS = 200_000;

    private PngFormat() {}

    /** One chunk: {@code start} at its length field, data of {@code length} bytes 8 further on. */
    private record Chunk(String name, int start, int length) {
        int data() {
            return start + 8;
        }

        int end() {
            return start + 12 + length;
        }
    }

    /** Reads the head; throws where a chunk is cut short or its checksum is wrong, or the end chunk is missing. */
    public static StillHead head(byte[] file) throws DamagedFileException {
        List<Chunk> chunks = chunks(file);
        Chunk header = chunks.getFirst();
        if (!"IHDR".equals(header.name()) || header.length() != 13) {
            throw new DamagedFileException("PNG does not begin with IHDR");
        }
        long width = Bytes.u32(file, header.data());
        long height = Bytes.u32(file, header.data() + 4);
        if (width == 0 || height == 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new DamagedFileException("PNG of impossible size");
        }
        int orientation = 1;
        Optional<String> xmp = Optional.empty();
        boolean credentials = false;
        for (Chunk chunk : chunks) {
            switch (chunk.name()) {
                case "eXIf" -> orientation = ExifOrientation.of(file, chunk.data());
                case "caBX" -> credentials = true;
                case "iTXt" -> xmp = xmp.or(() -> xmp(file, chunk));
                default -> {}
            }
        }
        return new StillHead((int) width, (int) height, 1, orientation, false, true, xmp, credentials);
    }

    /** The same picture without metadata, with the given XMP packet where one is given. Lossless: coded data are copied. */
    public static byte[] rewrite(byte[] file, @Nullable String xmp) throws DamagedFileException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 4096);
        out.writeBytes(SIGNATURE);
        for (Chunk chunk : chunks(file)) {
            if (KEPT.contains(chunk.name())) {
                out.write(file, chunk.start(), chunk.end() - chunk.start());
            }
            if (xmp != null && "IHDR".equals(chunk.name())) {
                writeXmp(out, xmp.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static void writeXmp(ByteArrayOutputStream out, byte[] packet) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Bytes.latin("iTXt"));
        data.writeBytes(XMP_KEYWORD);
        data.writeBytes(new byte[4]); // not compressed, method 0, no language, no translated keyword
        data.writeBytes(packet);
        byte[] body = data.toByteArray();
        byte[] number = new byte[4];
        Bytes.putU32(number, 0, body.length - 4);
        out.writeBytes(number);
        out.writeBytes(body);
        CRC32 crc = new CRC32();
        crc.update(body);
        Bytes.putU32(number, 0, crc.getValue());
        out.writeBytes(number);
    }

    private static Optional<String> xmp(byte[] file, Chunk chunk) {
        if (!Bytes.startsWith(file, chunk.data(), XMP_KEYWORD)) {
            return Optional.empty();
        }
        int end = chunk.data() + chunk.length();
        int at = chunk.data() + XMP_KEYWORD.length;
        boolean compressed = at < end && file[at] == 1;
        at += 2;
        for (int zeros = 0; zeros < 2 && at < end; at++) {
            if (file[at] == 0) {
                zeros++;
            }
        }
        if (at >= end) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(file, at, end);
        if (compressed) {
            try (InflaterInputStream inflated = new InflaterInputStream(new ByteArrayInputStream(text))) {
                text = inflated.readNBytes(MAX_XMP_BYTES);
            } catch (IOException e) {
                return Optional.empty(); // an unreadable note says nothing; the chunk is dropped in any case
            }
        }
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    private static List<Chunk> chunks(byte[] file) throws DamagedFileException {
        if (!Bytes.startsWith(file, 0, SIGNATURE)) {
            throw new DamagedFileException("no PNG signature");
        }
        List<Chunk> chunks = new ArrayList<>();
        CRC32 crc = new CRC32();
        int at = SIGNATURE.length;
        while (true) {
            long length = Bytes.u32(file, at);
            if (length > file.length - at - 12L) {
                throw new DamagedFileException("PNG chunk at " + at + " runs past the end");
            }
            Chunk chunk = new Chunk(Bytes.name(file, at + 4), at, (int) length);
            crc.reset();
            crc.update(file, at + 4, chunk.length() + 4);
            if (crc.getValue() != Bytes.u32(file, chunk.end() - 4)) {
                throw new DamagedFileException("PNG chunk at " + at + " has a wrong checksum");
            }
            chunks.add(chunk);
            if ("IEND".equals(chunk.name())) {
                return chunks;
            }
            if (chunks.size() > MAX_CHUNKS) {
                throw new DamagedFileException("more than " + MAX_CHUNKS + " PNG chunks");
            }
            at = chunk.end();
        }
    }
}
