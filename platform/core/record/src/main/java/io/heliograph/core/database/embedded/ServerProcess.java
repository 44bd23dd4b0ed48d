package io.heliograph.core.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.mariadb.jdbc.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running mariadbd, started by us or found running.
 *
 * @param handle its process
 * @param note where it listens
 */
record ServerProcess(ProcessHandle handle, ServerNote note) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final long LONGEST_START_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(15);
    private static final long GRACE_SECONDS = 60;
    private static final String LOOPBACK = "127.0.0.1";

    /** Starts the server and waits until it answers; writes the note as soon as there is a process. */
    static ServerProcess start(ServerBinary binary, Layout layout, int wantedPort, List<String> extra) {
        try {
            Files.createDirectories(layout.temporary());
            Files.deleteIfExists(layout.errorLog());
            int port = wantedPort > 0 ? wantedPort : freePort();
            List<String> command = new ArrayList<>(common(binary, layout.data(), layout));
            command.add("--socket=" + layout.socket());
            command.add("--port=" + port);
            command.add("--bind-address=" + LOOPBACK);
            command.add("--pid-file=" + layout.root().resolve("server.pid"));
            command.add("--log-error=" + layout.errorLog());
            command.add("--init-file=" + Bootstrap.writeInitFile(layout));
            command.addAll(extra);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(layout.output().toFile())
                    .start();
            Instant startedAt = process.info()
                    .startInstant()
                    .orElseThrow(() -> ServerFailures.explain("The embedded database ended at once", layout));
            ServerNote note = new ServerNote(process.pid(), startedAt, layout.socket(), port, ServerBinary.VERSION);
            note.write(layout.note());
            ServerProcess server = new ServerProcess(process.toHandle(), note);
            server.awaitAnswer(layout);
            Files.deleteIfExists(layout.initFile());
            return server;
        } catch (IOException failure) {
            throw ServerFailures.explain("The embedded database did not start (" + failure.getMessage() + ")", layout);
        }
    }

    /** What every run of the program has. */
    static List<String> common(ServerBinary binary, Path data, Layout layout) {
        List<String> command = new ArrayList<>(List.of(
                binary.program("mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + binary.base(),
                "--datadir=" + data,
                "--lc-messages-dir=" + binary.base().resolve("share"),
                "--character-sets-dir=" + binary.base().resolve("share/charsets"),
                "--tmpdir=" + layout.temporary(),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--skip-ssl",
                "--skip-name-resolve",
                "--skip-symbolic-links",
                "--local-infile=0",
                "--secure-file-priv=" + layout.temporary(),
                "--performance-schema=off",
                "--max-connections=120",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=128M",
                "--innodb-log-file-size=64M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return probe.getLocalPort();
        }
    }

    /** The server of {@code layout}, if one runs: by its note, else by looking through the processes. */
    static Optional<ServerProcess> find(Layout layout) {
        Optional<ServerNote> note = ServerNote.read(layout.note());
        Optional<ServerProcess> noted = note.flatMap(
                n -> n.process().filter(handle -> serves(handle, layout)).map(handle -> new ServerProcess(handle, n)));
        if (noted.isPresent()) {
            return noted;
        }
        // A crash between the start of the server and its note leaves a server without one.
        return ProcessHandle.allProcesses()
                .filter(handle -> serves(handle, layout))
                .findFirst()
                .map(handle -> new ServerProcess(
                        handle, new ServerNote(handle.pid(), Instant.EPOCH, layout.root(), 0, ServerBinary.VERSION)));
    }

    private static boolean serves(ProcessHandle handle, Layout layout) {
        String wanted = "--datadir=" + layout.data();
        return handle.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(wanted))
                .orElse(false);
    }

    private void awaitAnswer(Layout layout) {
        long endNanos = System.nanoTime() + LONGEST_START_NANOS;
        String password = layout.password();
        while (handle.isAlive()) {
            if (answers(password)) {
                return;
            }
            if (System.nanoTime() - endNanos > 0) {
                stop();
                throw ServerFailures.explain("The embedded database did not answer in time", layout);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw ServerFailures.explain("The embedded database did not start", layout);
    }

    /** Whether it lets us in. */
    boolean answers(String password) {
        if (note.port() == 0) {
            return false;
        }
        try (Connection connection = new Driver().connect(url(Layout.SCHEMA), credentials(password))) {
            return connection != null && connection.isValid(5);
        } catch (SQLException notYet) {
            LOG.trace("The embedded database does not answer yet", notYet);
            return false;
        }
    }

    String url(String schema) {
        return "jdbc:mariadb://" + LOOPBACK + ":" + note.port() + "/" + schema
                + "?sslMode=disable&connectTimeout=3000&tcpKeepAlive=true";
    }

    static Properties credentials(String password) {
        Properties properties = new Properties();
        properties.setProperty("user", Layout.USER);
        properties.setProperty("password", password);
        return properties;
    }

    /** Asks it to end, waits, and makes it end. */
    void stop() {
        handle.destroy();
        try {
            handle.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            LOG.warn("The embedded database did not stop within {} s and is ended", GRACE_SECONDS, stubborn);
            handle.destroyForcibly();
            handle.onExit().join();
        } catch (InterruptedException interrupted) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
