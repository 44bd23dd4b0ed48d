package io.heliograph.testkit.fake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A PNG of a soft gradient in a colour that depends on a seed. */
public final class TinyPng {
    private TinyPng() {}

    /** A square picture. */
    public static byte[] of(int side, long seed) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try (DataOutputStream out = new DataOutputStream(file)) {
            try (DeflaterOutputStream packed = new DeflaterOutputStream(rows, deflater)) {
                for (int y = 0; y < side; y++) {
                    packed.write(0);
                    for (int x = 0; x < side; x++) {
                        packed.write((int) (seed * 97 + x * 2L));
                        packed.write((int) (seed * 61 + y * 2L));
                        packed.write((int) (seed * 31 + x + y));
                    }
                }
            } finally {
                deflater.end();
            }
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(side);
            fields.writeInt(side);
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", rows.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
