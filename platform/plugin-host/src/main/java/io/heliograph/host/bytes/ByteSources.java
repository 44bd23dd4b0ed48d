package io.heliograph.host.bytes;

import io.heliograph.spi.bytes.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Makes byte sources that the host hands to plugins. All of them can be read again from the start, by many threads. */
public final class ByteSources {
    private ByteSources() {}

    /** Opens the bytes from the start. */
    @FunctionalInterface
    public interface Opener {
        /** A new stream, which the caller closes. */
        InputStream open() throws IOException;
    }

    /** Bytes in memory. */
    public static ByteSource ofBytes(String mediaType, byte[] bytes) {
        byte[] copy = bytes.clone();
        return of(mediaType, copy.length, () -> new java.io.ByteArrayInputStream(copy));
    }

    /** A file of the host. */
    public static ByteSource ofFile(String mediaType, Path file) throws IOException {
        return of(mediaType, Files.size(file), () -> Files.newInputStream(file));
    }

    /**
     * Whatever {@code opener} opens.
     *
     * @param sizeBytes exact size; a stream with another one fails
     */
    public static ByteSource of(String mediaType, long sizeBytes, Opener opener) {
        return new Opened(mediaType, sizeBytes, opener);
    }

    private record Opened(String mediaType, long size, Opener opener) implements ByteSource {
        private static final int CHUNK_BYTES = 64 * 1024;

        @Override
        public OptionalLong sizeBytes() {
            return OptionalLong.of(size);
        }

        @Override
        public long copyTo(OutputStream target) throws IOException {
            long count = 0;
            try (InputStream stream = opener.open()) {
                byte[] chunk = new byte[CHUNK_BYTES];
                for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                    count += read;
                    if (count > size) {
                        break;
                    }
                    target.write(chunk, 0, read);
                }
            }
            if (count != size) {
                throw new IOException("expected " + size + " bytes and found " + (count > size ? "more" : count));
            }
            return count;
        }

        @Override
        public byte[] readAll(int limitBytes) throws IOException {
            if (size > limitBytes) {
                throw new IOException("more than " + limitBytes + " bytes");
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream((int) size);
            copyTo(all);
            return all.toByteArray();
        }

        @Override
        public String toString() {
            return "ByteSource[" + mediaType + ", " + size + " bytes]";
        }
    }
}
