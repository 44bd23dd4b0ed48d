package io.heliograph.core.media;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files for tests. The picture is always four coloured quarters: red, green over blue, grey. */
final class Samples {
    static final int RED = 0xffd02020;
    static final int GREEN = 0xff20d020;
    static final int BLUE = 0xff2020d0;
    static final int GREY = 0xffe0e0e0;

    /** Planted in metadata; must be in nothing that comes out. */
    static final String DEVICE = "SecretCam 3000";

    private Samples() {}

    static int[] quarters(int width, int height) {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / 2;
                argb[y * width + x] = y < height / 2 ? (left ? RED : GREEN) : (left ? BLUE : GREY);
            }
        }
        return argb;
    }

    static BufferedImage image(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        image.setRGB(0, 0, width, height, quarters(width, height), 0, width);
        return image;
    }

    static byte[] png(int width, int height) throws IOException {
        return write(image(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    static byte[] jpeg(int width, int height) throws IOException {
        return write(image(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] write(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }

    /** Sixteen bits a sample, red rising from left to right. */
    static byte[] deepPng(int width, int height) throws IOException {
        ComponentColorModel model = new ComponentColorModel(
                java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_sRGB),
                false,
                false,
                BufferedImage.OPAQUE,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, new int[] {65535 * x / (width - 1), 0x8000, 0});
            }
        }
        return write(new BufferedImage(model, raster, false, null), "png");
    }

    /** Sixteen-bit grey of one value. */
    static byte[] deepGreyPng(int width, int height, int value) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSamples(0, 0, width, height, 0, filled(width * height, value));
        return write(image, "png");
    }

    private static int[] filled(int count, int value) {
        int[] values = new int[count];
        java.util.Arrays.fill(values, value);
        return values;
    }

    /** Four components, as a print shop would send; cyan nearly full. */
    static byte[] cmykJpeg(int width, int height) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, new int[] {10, 250, 250, 250}); // inverted, as Adobe stores them
            }
        }
        ImageWriter writer = plainJpegWriter();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return insertSegment(out.toByteArray(), 0xee, adobe);
    }

    private static ImageWriter plainJpegWriter() {
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new IllegalStateException("the JDK's JPEG writer is gone");
    }

    /** EXIF block with device, orientation and coordinates of a place in Berlin. */
    static byte[] exif(int orientation) {
        byte[] device = (DEVICE + "\0\0\0").substring(0, 16).getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010f, 2, device.length, 50);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 66);
        tiff.putInt(0);
        tiff.put(device); // at 50
        tiff.putShort((short) 4); // at 66: GPS
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 120);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 144);
        tiff.putInt(0); // ends at 120
        for (int value : new int[] {52, 31, 0, 13, 24, 0}) {
            tiff.putInt(value).putInt(1);
        }
        byte[] bytes = new byte[tiff.position()];
        tiff.flip().get(bytes);
        return bytes;
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Puts a segment behind the start marker. */
    static byte[] insertSegment(byte[] jpeg, int marker, byte[] payload) {
        int length = payload.length + 2;
        return join(
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length},
                payload,
                java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A phone's JPEG: EXIF with coordinates, XMP, a comment, IPTC, and something appended behind the end. */
    static byte[] tellingJpeg(int width, int height, int orientation) throws IOException {
        byte[] file = jpeg(width, height);
        file = insertSegment(file, 0xfe, latin(DEVICE + " comment"));
        file = insertSegment(file, 0xed, latin("Photoshop 3.0\0" + DEVICE));
        file = insertSegment(file, 0xe1, join(latin("Exif\0\0"), exif(orientation)));
        return join(file, latin(DEVICE + " appended clip"));
    }

    static byte[] chunk(String name, byte[] data) {
        byte[] body = join(latin(name), data);
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(data.length)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    /** Puts chunks behind IHDR. */
    static byte[] insertChunks(byte[] png, byte[]... chunks) {
        int at = 8 + 25;
        return join(java.util.Arrays.copyOf(png, at), join(chunks), java.util.Arrays.copyOfRange(png, at, png.length));
    }

    static byte[] tellingPng(int width, int height, int orientation) throws IOException {
        return join(
                insertChunks(
                        png(width, height),
                        chunk("tEXt", latin("Comment\0" + DEVICE)),
                        chunk("eXIf", exif(orientation)),
                        chunk("prVt", latin(DEVICE))),
                latin(DEVICE + " appended"));
    }

    /** A WebP of the extended kind, around the one picture chunk of a plain file. */
    static byte[] tellingWebp(byte[] plain, int width, int height, int orientation) {
        byte[] head = new byte[10];
        head[0] = 0x08;
        put24(head, 4, width - 1);
        put24(head, 7, height - 1);
        byte[] picture = java.util.Arrays.copyOfRange(plain, 12, plain.length);
        return riff(join(riffChunk("VP8X", head), picture, riffChunk("EXIF", exif(orientation))));
    }

    static byte[] riffChunk(String name, byte[] data) {
        byte[] head = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(latin(name))
                .putInt(data.length)
                .array();
        return join(head, data, new byte[data.length & 1]);
    }

    static byte[] riff(byte[] chunks) {
        return join(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(latin("RIFF"))
                        .putInt(chunks.length + 4)
                        .array(),
                latin("WEBP"),
                chunks);
    }

    static void put24(byte[] data, int at, int value) {
        data[at] = (byte) value;
        data[at + 1] = (byte) (value >> 8);
        data[at + 2] = (byte) (value >> 16);
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no test file " + name);
            }
            return in.readAllBytes();
        }
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
