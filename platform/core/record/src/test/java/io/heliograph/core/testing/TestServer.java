package io.heliograph.core.testing;

import io.heliograph.core.database.DataFolder;
import io.heliograph.core.database.DatabaseSettings;
import io.heliograph.core.database.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mariadb.jdbc.Driver;

/**
 * The MariaDB server of this test process. Its programs are unpacked once per user of the machine; its data lies in a
 * temporary folder of its own, is not made durable, and goes with the process.
 */
final class TestServer {
    private static final List<String> FAST =
            List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync", "--skip-innodb-doublewrite");

    private final EmbeddedServer server;

    private TestServer(EmbeddedServer server) {
        this.server = server;
    }

    static TestServer get() {
        return Holder.INSTANCE;
    }

    /** Where the programs are unpacked for all tests of this user. */
    static Path programs() {
        return Path.of(System.getProperty("java.io.tmpdir"), "heliograph-test-" + System.getProperty("user.name"));
    }

    private static TestServer start() {
        try {
            Path parent = Files.createDirectories(programs());
            removeLeftOvers(parent);
            Path folder = Files.createTempDirectory(
                    parent,
                    "run-" + ProcessHandle.current().pid() + "-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            DataFolder data = DataFolder.open(folder, DataFolder.Role.SERVICE);
            EmbeddedServer server = EmbeddedServer.open(new DatabaseSettings.Embedded(data, Optional.of(parent)), FAST);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                data.close();
                deleteTree(folder);
            }));
            return new TestServer(server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A test process that was killed leaves its server and folder behind: the next one clears them away. */
    private static void removeLeftOvers(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path old : entries.filter(p -> p.getFileName().toString().startsWith("run-"))
                    .toList()) {
                String[] parts = old.getFileName().toString().split("-", -1);
                if (ProcessHandle.of(Long.parseLong(parts[1])).isPresent()) {
                    continue;
                }
                String wanted = "--datadir=" + old.resolve("database/data");
                ProcessHandle.allProcesses()
                        .filter(p -> p.info()
                                .arguments()
                                .map(a -> List.of(a).contains(wanted))
                                .orElse(false))
                        .forEach(p -> {
                            p.destroyForcibly();
                            p.onExit().join();
                        });
                deleteTree(old);
            }
        }
    }

    static void deleteTree(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The URL of a database on this server, as an operator would write it. */
    String url(String database) {
        return server.url().replaceFirst("\\?.*", "").replaceFirst("/[^/]*$", "/" + database) + "?sslMode=disable";
    }

    String user() {
        return server.credentials().getProperty("user");
    }

    String password() {
        return server.credentials().getProperty("password");
    }

    void execute(String sql) {
        try (Connection connection = new Driver().connect(server.url(), server.credentials());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class Holder {
        static final TestServer INSTANCE = start();
    }
}
