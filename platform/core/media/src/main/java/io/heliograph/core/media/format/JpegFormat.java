package io.heliograph.core.media.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JPEG as a list of segments. Rewriting keeps what draws the picture (tables, frames, scans, colour profile, Adobe's colour hint) and drops
 * every other application segment, all comments, and whatever follows the end marker: phones append clips with coordinates there.
 */
public final class JpegFormat {
    private static final byte[] EXIF = Bytes.latin("Exif\0\0");
    private static final byte[] XMP = Bytes.latin("http://ns.adobe.com/xap/1.0/\0");
    private static final byte[] ICC = Bytes.latin("ICC_PROFILE\0");
    private static final byte[] JFIF = Bytes.latin("JFIF\0");
    private static final byte[] ADOBE = Bytes.latin("Adobe");
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int COM = 0xfe;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP11 = 0xeb;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int MAX_SEGMENTS = 100_000;

    private JpegFormat() {}

    /** One segment: {@code start} at its 0xFF, {@code end} past its payload (and, for a scan, past the coded data). */
    private record Segment(int marker, int start, int end) {
        int payload() {
            return start + 4;
        }
    }

    /** Reads the head; throws where the file is cut short or has no frame. */
    public static StillHead head(byte[] file) throws DamagedFileException {
        int width = 0;
        int height = 0;
        int components = 0;
        int orientation = 1;
        String xmp = null;
        boolean credentials = false;
        for (Segment segment : segments(file)) {
            int at = segment.payload();
            if (isFrame(segment.marker())) {
                height = Math.max(height, Bytes.u16(file, at + 1));
                width = Math.max(width, Bytes.u16(file, at + 3));
                components = Math.max(components, Bytes.u8(file, at + 5));
            } else if (segment.marker() == APP1 && Bytes.startsWith(file, at, EXIF)) {
                orientation = ExifOrientation.of(file, at + EXIF.length);
            } else if (segment.marker() == APP1 && Bytes.startsWith(file, at, XMP)) {
                int from = at + XMP.length;
                xmp = new String(file, from, Math.max(0, segment.end() - from), StandardCharsets.UTF_8);
            } else if (segment.marker() == APP11) {
                credentials = true;
            }
        }
        if (width == 0 || height == 0) {
            throw new DamagedFileException("JPEG without a frame of known size");
        }
        return new StillHead(
                width, height, 1, orientation, components == 4, false, Optional.ofNullable(xmp), credentials);
    }

    /** The same picture, without metadata, with the given XMP packet where one is given. Lossless: coded data are copied. */
    public static byte[] rewrite(byte[] file, @Nullable String xmp) throws DamagedFileException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        out.write(0xff);
        out.write(SOI);
        List<Segment> segments = segments(file);
        for (Segment segment : segments) {
            if (segment.marker() == APP0 && Bytes.startsWith(file, segment.payload(), JFIF)) {
                writeJfif(out, file, segment);
                break;
            }
        }
        if (xmp != null) {
            writeXmp(out, xmp.getBytes(StandardCharsets.UTF_8));
        }
        for (Segment segment : segments) {
            if (isKept(file, segment)) {
                out.write(file, segment.start(), segment.end() - segment.start());
            }
        }
        out.write(0xff);
        out.write(EOI);
        return out.toByteArray();
    }

    /** JFIF's head without the small picture it may carry: that one may show what was cropped away. */
    private static void writeJfif(ByteArrayOutputStream out, byte[] file, Segment segment) throws DamagedFileException {
        int at = segment.payload();
        if (segment.end() - at < 14) {
            throw new DamagedFileException("JFIF segment too short");
        }
        out.write(0xff);
        out.write(APP0);
        out.write(0);
        out.write(16);
        out.write(file, at, 12);
        out.write(0);
        out.write(0);
    }

    private static void writeXmp(ByteArrayOutputStream out, byte[] packet) {
        int length = 2 + XMP.length + packet.length;
        if (length > 0xffff) {
            throw new IllegalArgumentException("XMP packet of " + packet.length + " bytes does not fit one segment");
        }
        out.write(0xff);
        out.write(APP1);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(XMP);
        out.writeBytes(packet);
    }

    private static boolean isKept(byte[] file, Segment segment) {
        int marker = segment.marker();
        if (marker == COM) {
            return false;
        }
        if (marker >= APP0 && marker <= APP15) {
            return (marker == APP2 && Bytes.startsWith(file, segment.payload(), ICC))
                    || (marker == APP14 && Bytes.startsWith(file, segment.payload(), ADOBE));
        }
        return true;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static List<Segment> segments(byte[] file) throws DamagedFileException {
        if (Bytes.u16(file, 0) != 0xffd8) {
            throw new DamagedFileException("no JPEG start marker");
        }
        List<Segment> segments = new ArrayList<>();
        int at = 2;
        while (true) {
            if (Bytes.u8(file, at) != 0xff) {
                throw new DamagedFileException("no JPEG marker at " + at);
            }
            int start = at;
            while (Bytes.u8(file, at + 1) == 0xff) {
                at++;
                start = at;
            }
            int marker = Bytes.u8(file, at + 1);
            if (marker == EOI) {
                return segments;
            }
            if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
                at += 2;
                continue;
            }
            int length = Bytes.u16(file, at + 2);
            int end = at + 2 + length;
            if (length < 2 || end > file.length) {
                throw new DamagedFileException("JPEG segment at " + at + " runs past the end");
            }
            if (marker == SOS) {
                end = afterScan(file, end);
            }
            segments.add(new Segment(marker, start, end));
            if (segments.size() > MAX_SEGMENTS) {
                throw new DamagedFileException("more than " + MAX_SEGMENTS + " JPEG segments");
            }
            at = end;
        }
    }

    private static int afterScan(byte[] file, int from) throws DamagedFileException {
        for (int at = from; at + 1 < file.length; at++) {
            if ((file[at] & 0xff) == 0xff) {
                int next = file[at + 1] & 0xff;
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return at;
                }
            }
        }
        throw new DamagedFileException("JPEG ends inside a scan");
    }
}
