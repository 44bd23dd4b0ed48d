package io.heliograph.core.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The installation's folder, opened: there, writable, with room, and locked. The service owns it; a command owns it when
 * it is alone and is a guest of the service otherwise. An owner that ends waits a while for its guests.
 *
 * <p>The lock is the operating system's, so it goes with the process however that ends.
 */
public final class DataFolder implements AutoCloseable {
    /** Free bytes below which nothing is started in an installation that is already set up. */
    public static final long LEAST_FREE_BYTES = 200L << 20;

    private static final FileAttribute<?> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final long PATIENCE_WITH_COMMANDS_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long PATIENCE_WITH_GUESTS_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Folders this process has locked: a second channel on a lock file would drop the first one's lock when closed. */
    private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final Role role;
    private @Nullable FileChannel ownership;
    private @Nullable FileChannel visit;

    /** Who opens a folder. */
    public enum Role {
        /** Owns the folder while it runs. */
        SERVICE,
        /** Works beside the service where one runs, alone otherwise. */
        COMMAND
    }

    private DataFolder(Path root, Role role) {
        this.root = root;
        this.role = role;
    }

    /**
     * Opens {@code path}, making it if it is not there.
     *
     * @throws StartProblem if it cannot be written, is nearly full, or is in use by another service
     */
    public static DataFolder open(Path path, Role role) {
        return open(path, role, LEAST_FREE_BYTES);
    }

    /** The same with another limit of what must be free. */
    public static DataFolder open(Path path, Role role, long leastFreeBytes) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root, PRIVATE_FOLDER);
            Path probe = Files.createTempFile(root, ".write-test", "");
            Files.delete(probe);
            root = root.toRealPath();
        } catch (IOException | UnsupportedOperationException failure) {
            throw new StartProblem(
                    "The data folder " + root + " cannot be written: " + reason(failure) + ".",
                    "Give the user that runs Heliograph the right to write there, or choose another with --data FOLDER.",
                    failure);
        }
        DataFolder folder = new DataFolder(root, role);
        folder.needRoom(leastFreeBytes);
        folder.lock();
        return folder;
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "the folder above it is not there and cannot be made";
            case FileAlreadyExistsException inTheWay -> "a file of that name is in the way";
            case FileSystemException named when named.getReason() != null -> named.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** Refuses when fewer than {@code bytes} are free. */
    public void needRoom(long bytes) {
        long free;
        try {
            free = Files.getFileStore(root).getUsableSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        needRoom(root, free, bytes);
    }

    static void needRoom(Path root, long freeBytes, long neededBytes) {
        if (freeBytes < neededBytes) {
            throw new StartProblem(
                    "The data folder " + root + " is nearly full: " + (freeBytes >> 20) + " MB are free, "
                            + (neededBytes >> 20) + " MB are needed.",
                    "Free some room on that disk, or choose another folder with --data FOLDER.");
        }
    }

    private void lock() {
        if (tryOwn()) {
            return;
        }
        if (role == Role.COMMAND) {
            visit();
            return;
        }
        long endNanos = System.nanoTime() + PATIENCE_WITH_COMMANDS_NANOS;
        // An owner that has only just taken the lock has not written its name yet.
        while ((ownerIs(Role.COMMAND) || owner().isEmpty()) && System.nanoTime() - endNanos < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (tryOwn()) {
                return;
            }
        }
        throw new StartProblem(
                "The data folder " + root + " is in use by another Heliograph"
                        + ownerPid().map(pid -> " (process " + pid + ")").orElse("") + ".",
                "Stop that one first, or start this one with another folder and port: --data FOLDER --port PORT.");
    }

    /** Takes the folder if nobody owns it; a guest becomes the owner when the owner has gone. */
    public synchronized boolean tryOwn() {
        if (ownership != null) {
            return true;
        }
        if (!LOCKED_HERE.add(root)) {
            return false;
        }
        FileChannel channel = null;
        try {
            channel = openLockFile("owner.lock");
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                LOCKED_HERE.remove(root);
                return false;
            }
            Files.writeString(root.resolve("owner"), ProcessHandle.current().pid() + " " + role + "\n");
            ownership = channel;
            return true;
        } catch (IOException failure) {
            LOCKED_HERE.remove(root);
            closeQuietly(channel, failure);
            throw new StartProblem(
                    "The data folder " + root + " cannot be locked: " + reason(failure) + ".",
                    "Put it on a local disk; network file systems often have no locks.",
                    failure);
        }
    }

    /** Shows the owner that a guest is at work. */
    private void visit() {
        try {
            FileChannel channel = openLockFile("guests.lock");
            visit = channel;
            channel.lock(ProcessHandle.current().pid(), 1, false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private FileChannel openLockFile(String name) throws IOException {
        return FileChannel.open(
                root.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private Optional<String> owner() {
        try {
            return Optional.of(Files.readString(root.resolve("owner")).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private boolean ownerIs(Role other) {
        return owner().map(text -> text.endsWith(" " + other)).orElse(false);
    }

    private Optional<String> ownerPid() {
        return owner().map(text -> text.replaceFirst(" .*", ""));
    }

    /** Whether this process owns the folder, and not another one. */
    public synchronized boolean owned() {
        return ownership != null;
    }

    /** The folder. */
    public Path path() {
        return root;
    }

    /** A folder of that name inside, for the user's eyes only; made if need be. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name), PRIVATE_FOLDER);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until no guest is at work, half a minute at most: called by the owner before it stops what they use. */
    public synchronized void awaitGuests() {
        if (ownership == null || !Files.exists(root.resolve("guests.lock"))) {
            return;
        }
        long endNanos = System.nanoTime() + PATIENCE_WITH_GUESTS_NANOS;
        try (FileChannel channel = openLockFile("guests.lock")) {
            while (System.nanoTime() - endNanos < 0) {
                FileLock all = channel.tryLock();
                if (all != null) {
                    return;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (OverlappingFileLockException guestInThisProcess) {
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets go of the folder. */
    @Override
    public synchronized void close() {
        try {
            if (visit != null) {
                visit.close();
                visit = null;
            }
            if (ownership != null) {
                Files.deleteIfExists(root.resolve("owner"));
                ownership.close();
                ownership = null;
                LOCKED_HERE.remove(root);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel, Exception failure) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException secondary) {
                failure.addSuppressed(secondary);
            }
        }
    }
}
