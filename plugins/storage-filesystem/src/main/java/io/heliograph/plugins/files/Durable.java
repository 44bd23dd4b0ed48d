package io.heliograph.plugins.files;

import io.heliograph.spi.bytes.ByteSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Changes of files that are there after a loss of power once the call returned. */
final class Durable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private Durable() {}

    /**
     * Writes beside, flushes to the disk, gives it its name, and flushes the name. Returns the bytes written. Whatever
     * fails, the target is as before and nothing is left beside.
     */
    static long write(ByteSource bytes, Path beside, Path target) throws IOException {
        boolean named = false;
        try {
            long count;
            try (FileChannel channel = FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS))) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
                count = bytes.copyTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            named = true;
            flushFolder(target);
            return count;
        } finally {
            if (!named) {
                Files.deleteIfExists(beside);
            }
        }
    }

    /** Removes a file and flushes the removal. Returns whether there was one. */
    static boolean delete(Path file) throws IOException {
        boolean deleted = Files.deleteIfExists(file);
        if (deleted) {
            flushFolder(file);
        }
        return deleted;
    }

    private static void flushFolder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("a file lies in a folder");
        }
        sync(folder);
    }

    /** Flushes a folder's list of names. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
