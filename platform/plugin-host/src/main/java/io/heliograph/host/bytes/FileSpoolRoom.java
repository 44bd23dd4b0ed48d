package io.heliograph.host.bytes;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.bytes.SinkWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The spool as files of one folder (mode 700), sealed with Tink's streaming AEAD. The file's name is bound as associated
 * data, so a swapped file does not open.
 */
public final class FileSpoolRoom implements SpoolRoom {
    private static final int SEGMENT_BYTES = 64 * 1024;
    private static final String SUFFIX = ".spool";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** Makes the folder where there is none. */
    public FileSpoolRoom(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        this.folder = folder;
    }

    @Override
    public SpoolFile create(SpoolKey key, String mediaType, long limitBytes, SinkWriter writer)
            throws IOException, PluginException {
        String name = name();
        Path path = path(name);
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream raw = new BufferedOutputStream(Channels.newOutputStream(channel), SEGMENT_BYTES);
            LimitedSink sink;
            // Closing the sealing stream writes the last segment; the channel is forced before the file counts.
            OutputStream sealing = aead(key).newEncryptingStream(new Unclosed(raw), associated(name));
            sink = new LimitedSink(sealing, limitBytes);
            writer.writeTo(sink);
            sealing.close();
            raw.flush();
            channel.force(true);
            whole = true;
            return new SpoolFile(name, mediaType, sink.count());
        } catch (GeneralSecurityException impossible) {
            throw new IOException("the spool cannot seal", impossible);
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public ByteSource open(SpoolKey key, SpoolFile file) {
        return ByteSources.of(file.mediaType(), file.sizeBytes(), () -> unseal(key, file));
    }

    private InputStream unseal(SpoolKey key, SpoolFile file) throws IOException {
        InputStream raw = Files.newInputStream(path(file.name()));
        try {
            return aead(key).newDecryptingStream(raw, associated(file.name()));
        } catch (GeneralSecurityException | IOException failed) {
            raw.close();
            throw new IOException("the spool file cannot be opened", failed);
        }
    }

    @Override
    public void delete(SpoolFile file) throws IOException {
        Files.deleteIfExists(path(file.name()));
    }

    @Override
    public int sweep(Instant limit) throws IOException {
        int count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit) && Files.deleteIfExists(file)) {
                    count++;
                }
            }
        }
        return count;
    }

    private String name() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Path path(String name) {
        return folder.resolve(name + SUFFIX);
    }

    private static byte[] associated(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static StreamingAead aead(SpoolKey key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key.bytes(), "HmacSha256", 32, SEGMENT_BYTES, 0);
    }

    /** Keeps the channel open when the sealing stream closes, so that it can be forced. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
