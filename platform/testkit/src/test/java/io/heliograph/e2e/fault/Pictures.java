package io.heliograph.e2e.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** PNG files, good and bad, made chunk by chunk. */
final class Pictures {
    private Pictures() {}

    /** A grey picture. */
    static byte[] good(int width, int height) {
        return png(width, height, new byte[height * (width * 3 + 1)], 0);
    }

    /** A header that promises more pixels than the data holds. */
    static byte[] bomb(int width, int height) {
        return png(width, height, new byte[100], 0);
    }

    /** A good picture with so many bytes of text in it. */
    static byte[] heavy(int textBytes) {
        return png(16, 16, new byte[16 * 49], textBytes);
    }

    private static byte[] png(int width, int height, byte[] rows, int textBytes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            if (textBytes > 0) {
                chunk(out, "tEXt", new byte[textBytes]);
            }
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
                deflater.write(rows);
            }
            chunk(out, "IDAT", packed.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
