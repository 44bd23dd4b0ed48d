package io.heliograph.plugins.procedural;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes 24-bit PNG row by row. Our own few lines instead of ImageIO, whose registry keeps hold of class loaders and whose
 * streams may use files.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int FILTERS = 5;

    private Png() {}

    /** Writes {@code width * height} pixels of {@code 0xRRGGBB}; {@code out} is not closed. */
    static void write(int[] rgb, int width, int height, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk("IHDR", header.toByteArray(), header.size(), out);
        Deflater deflater = new Deflater(5);
        try {
            DataChunks chunks = new DataChunks(out);
            DeflaterOutputStream packed = new DeflaterOutputStream(chunks, deflater, CHUNK_BYTES);
            rows(rgb, width, height, packed);
            packed.finish();
            chunks.flushChunk();
        } finally {
            deflater.end();
        }
        chunk("IEND", new byte[0], 0, out);
    }

    private static void rows(int[] rgb, int width, int height, OutputStream out) throws IOException {
        int length = width * 3;
        byte[] above = new byte[length];
        byte[] row = new byte[length];
        byte[][] filtered = new byte[FILTERS][length + 1];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = rgb[y * width + x];
                row[x * 3] = (byte) (pixel >> 16);
                row[x * 3 + 1] = (byte) (pixel >> 8);
                row[x * 3 + 2] = (byte) pixel;
            }
            out.write(filtered[best(row, above, filtered)]);
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }

    /** Tries every filter and returns the one with the least sum of differences, as the format's authors advise. */
    private static int best(byte[] row, byte[] above, byte[][] filtered) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < FILTERS; filter++) {
            byte[] out = filtered[filter];
            out[0] = (byte) filter;
            long sum = 0;
            for (int i = 0; i < row.length; i++) {
                int left = i < 3 ? 0 : row[i - 3] & 255;
                int up = above[i] & 255;
                int corner = i < 3 ? 0 : above[i - 3] & 255;
                int guess = switch (filter) {
                    case 1 -> left;
                    case 2 -> up;
                    case 3 -> (left + up) / 2;
                    case 4 -> paeth(left, up, corner);
                    default -> 0;
                };
                byte difference = (byte) (row[i] - guess);
                out[i + 1] = difference;
                sum += Math.abs(difference);
            }
            if (sum < least) {
                least = sum;
                best = filter;
            }
        }
        return best;
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private static void chunk(String type, byte[] data, int length, OutputStream out) throws IOException {
        DataOutputStream fields = new DataOutputStream(out);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data, 0, length);
        fields.writeInt(length);
        fields.write(name);
        fields.write(data, 0, length);
        fields.writeInt((int) sum.getValue());
        fields.flush();
    }

    /** Collects packed bytes into chunks of limited length. */
    private static final class DataChunks extends OutputStream {
        private final OutputStream out;
        private final byte[] buffer = new byte[CHUNK_BYTES];
        private int length;

        DataChunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            if (length == buffer.length) {
                flushChunk();
            }
            buffer[length++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int done = 0;
            while (done < count) {
                if (length == buffer.length) {
                    flushChunk();
                }
                int some = Math.min(count - done, buffer.length - length);
                System.arraycopy(bytes, offset + done, buffer, length, some);
                length += some;
                done += some;
            }
        }

        void flushChunk() throws IOException {
            if (length > 0) {
                chunk("IDAT", buffer, length, out);
                length = 0;
            }
        }
    }
}
