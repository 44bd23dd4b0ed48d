package io.heliograph.core.database.embedded;

import io.heliograph.core.database.DataFolder;
import io.heliograph.core.database.DatabaseSettings;
import io.heliograph.core.database.Endpoint;
import io.heliograph.core.database.StartProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MariaDB server of the data folder, as seen by the process that opened it.
 *
 * <p>The owner of the folder starts it (or takes over one that a killed owner left), looks after it, starts it again
 * when it dies, and stops it at the end. A guest only learns where it listens.
 *
 * <p>Safe for use by many threads.
 */
public final class EmbeddedServer implements Endpoint, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final long GUEST_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final DataFolder folder;
    private final Layout layout;
    private final @Nullable ServerBinary binary;
    private final List<String> extra;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final @Nullable Thread keeper;
    private volatile ServerProcess server;

    private EmbeddedServer(
            DataFolder folder, Layout layout, @Nullable ServerBinary binary, ServerProcess server, List<String> extra) {
        this.folder = folder;
        this.layout = layout;
        this.binary = binary;
        this.server = server;
        this.extra = extra;
        this.keeper = binary == null
                ? null
                : Thread.ofPlatform().daemon().name("record-server-keeper").unstarted(this::keep);
    }

    /**
     * Opens the server of the folder.
     *
     * @throws StartProblem if there is none to be had
     */
    public static EmbeddedServer open(DatabaseSettings.Embedded settings) {
        return open(settings, List.of());
    }

    /** Opens it with more options for the server: tests give up durability for speed. */
    public static EmbeddedServer open(DatabaseSettings.Embedded settings, List<String> extraOptions) {
        DataFolder folder = settings.folder();
        Layout layout = Layout.of(folder);
        layout.socket();
        if (!folder.owned()) {
            Optional<ServerProcess> theirs = awaitOwner(folder, layout);
            if (theirs.isPresent()) {
                return new EmbeddedServer(folder, layout, null, theirs.get(), List.of());
            }
        }
        Path binaries = settings.binaries().orElseGet(() -> folder.folder("programs"));
        if (!Files.exists(layout.data()) || !ServerBinary.present(binaries)) {
            folder.needRoom(ServerBinary.UNPACKED_BYTES);
        }
        ServerBinary binary = ServerBinary.ensure(binaries);
        boolean upgrade = Upgrade.needed(layout);
        ServerProcess running = adopt(layout).orElseGet(() -> {
            if (!Files.exists(layout.data())) {
                LOG.info("Setting up the embedded database (once)");
                Bootstrap.run(binary, layout);
                Upgrade.note(layout);
            }
            return ServerProcess.start(binary, layout, 0, extraOptions);
        });
        if (upgrade) {
            Upgrade.run(binary, layout, running);
        }
        EmbeddedServer server = new EmbeddedServer(folder, layout, binary, running, extraOptions);
        if (server.keeper != null) {
            server.keeper.start();
        }
        return server;
    }

    /** Waits for the owner's server to answer; empty if the owner has gone and the folder is now ours. */
    private static Optional<ServerProcess> awaitOwner(DataFolder folder, Layout layout) {
        long endNanos = System.nanoTime() + GUEST_PATIENCE_NANOS;
        while (System.nanoTime() - endNanos < 0) {
            Optional<ServerProcess> theirs = ServerProcess.find(layout)
                    .filter(found -> Files.exists(layout.passwordFile()) && found.answers(layout.password()));
            if (theirs.isPresent()) {
                return theirs;
            }
            if (folder.tryOwn()) {
                return Optional.empty();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new StartProblem(
                "Another Heliograph owns the data folder " + folder.path() + ", but its database does not answer.",
                "Wait until it is ready, or stop it and try again.");
    }

    /** A server without a living owner: taken over if it is ours in every respect, ended otherwise. */
    private static Optional<ServerProcess> adopt(Layout layout) {
        Optional<ServerProcess> orphan = ServerProcess.find(layout);
        if (orphan.isEmpty()) {
            return orphan;
        }
        ServerProcess found = orphan.get();
        if (found.note().version().equals(ServerBinary.VERSION) && found.answers(layout.password())) {
            LOG.info(
                    "Taking over the database server left by an earlier run (process {})",
                    found.note().pid());
            return orphan;
        }
        LOG.info(
                "Ending a database server left by an earlier run (process {})",
                found.note().pid());
        found.stop();
        return Optional.empty();
    }

    private void keep() {
        while (true) {
            server.handle().onExit().join();
            if (closing.getCount() == 0 || !restart()) {
                return;
            }
        }
    }

    private boolean restart() {
        LOG.warn(
                "The embedded database (process {}) has ended and is started again",
                server.note().pid());
        long pauseMillis = FIRST_PAUSE_MILLIS;
        int port = server.note().port();
        while (closing.getCount() > 0) {
            try {
                ServerProcess again = ServerProcess.start(binary(), layout, port, extra);
                synchronized (this) {
                    server = again;
                    if (closing.getCount() == 0) {
                        again.stop();
                        return false;
                    }
                }
                LOG.info(
                        "The embedded database runs again (process {})",
                        again.note().pid());
                return true;
            } catch (StartProblem problem) {
                LOG.error("The embedded database does not start: {} {}", problem.getMessage(), problem.remedy());
                // The old port may have been taken meanwhile; connections ask for the new one each time.
                port = 0;
            }
            try {
                if (closing.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
        }
        return false;
    }

    private ServerBinary binary() {
        if (binary == null) {
            throw new IllegalStateException("a guest starts no server");
        }
        return binary;
    }

    @Override
    public String url() {
        return server.url(Layout.SCHEMA) + Endpoint.SESSION;
    }

    @Override
    public Properties credentials() {
        return ServerProcess.credentials(layout.password());
    }

    @Override
    public String describe() {
        return layout.root().toString();
    }

    /** The server's process, for health pages and for tests that end it. */
    public ProcessHandle process() {
        return server.handle();
    }

    /** Whether this process started or took over the server, and stops it at the end. */
    public boolean owner() {
        return binary != null;
    }

    @Override
    public void close() {
        if (binary == null) {
            return;
        }
        folder.awaitGuests();
        synchronized (this) {
            closing.countDown();
            server.stop();
        }
        ServerBinary.deleteTree(layout.note());
        if (keeper != null) {
            keeper.interrupt();
        }
    }
}
