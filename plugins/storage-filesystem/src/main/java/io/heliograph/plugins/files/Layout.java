package io.heliograph.plugins.files;

import io.heliograph.spi.store.BlobKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a key lies: {@code blobs/ab/KEY}, with the slashes of the key as {@code +} and two hexadecimal digits of its
 * CRC-32 as the shard. A flat file per key means that no key can be the folder of another, and 256 shards keep folders
 * small. A name too long for a file system is cut after 200 characters into a folder, marked by {@code ~}, and a file in
 * it. Files being written lie in {@code incoming} on the same file system.
 */
final class Layout {
    /** Shards there are. */
    static final int SHARDS = 256;

    private static final char SLASH = '+';
    private static final String CUT = "~";
    private static final int LONGEST_NAME = 200;

    private final Path blobs;
    private final Path incoming;

    private Layout(Path blobs, Path incoming) {
        this.blobs = blobs;
        this.incoming = incoming;
    }

    /** Makes the folders where they are missing. @throws IOException also when one of them is a symbolic link. */
    static Layout at(Path root) throws IOException {
        Path real = Files.createDirectories(root).toRealPath();
        return new Layout(folder(real.resolve("blobs")), folder(real.resolve("incoming")));
    }

    /** A folder that is there and is no link. */
    static Path folder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("not a folder", e);
            }
        }
        return folder;
    }

    /** The file of a key. */
    Path file(BlobKey key) {
        String name = key.value().replace('/', SLASH);
        if (name.length() <= LONGEST_NAME) {
            return shard(key).resolve(name);
        }
        return shard(key).resolve(name.substring(0, LONGEST_NAME) + CUT).resolve(name.substring(LONGEST_NAME));
    }

    /** The folder of a key's file. */
    Path shard(BlobKey key) {
        CRC32 sum = new CRC32();
        sum.update(key.value().getBytes(StandardCharsets.US_ASCII));
        return shard((int) (sum.getValue() % SHARDS));
    }

    /** The folder of a shard, 0 to 255. */
    Path shard(int number) {
        return blobs.resolve(
                Character.toString("0123456789abcdef".charAt(number >> 4)) + "0123456789abcdef".charAt(number & 15));
    }

    /** Where files are written before they get their name. */
    Path incoming() {
        return incoming;
    }

    /** The folder of all shards. */
    Path blobs() {
        return blobs;
    }

    /** Whether a name in a shard is the folder of long names. */
    static boolean isCut(String name) {
        return name.endsWith(CUT);
    }

    /** What the names of the files in such a folder begin with. */
    static String beginning(String cut) {
        return cut.substring(0, cut.length() - CUT.length());
    }

    /** The key of a file name; null if no key has such a name. */
    static @Nullable BlobKey key(String name) {
        try {
            return new BlobKey(name.replace(SLASH, '/'));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
