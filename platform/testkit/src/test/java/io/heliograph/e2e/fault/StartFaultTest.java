package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliograph.e2e.CommandResult;
import io.heliograph.e2e.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a start that cannot succeed says: an exit code, one clear sentence with a remedy, and nothing left running. */
class StartFaultTest {
    private static final String MISSING = "nowhere.yaml";
    private static final String NOTHING_STARTED = "nothing was started";

    @TempDir
    private Path folder = Path.of("");

    /**
     * One row.
     *
     * @param sentence what the last line of the errors says
     * @param remedy what it advises
     * @param prepare lays out the fault in an empty folder and answers the arguments
     */
    record Row(String name, int exitCode, String sentence, String remedy, Prepare prepare) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Lays a fault out. */
    interface Prepare {
        List<String> in(Path folder) throws IOException;
    }

    private static List<String> run(Path data, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static List<String> configured(Path folder, String text, String... command) throws IOException {
        Path file = Files.writeString(folder.resolve("heliograph.yaml"), text);
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", folder.resolve("data").toString(), "--config", file.toString()));
        return arguments;
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("unknown option", 64, "See ", "--help", folder -> List.of("run", "--nothing")),
                new Row("unknown command", 64, "See ", "--help", folder -> List.of("dance")),
                new Row(
                        "no configuration file",
                        78,
                        "1 problem ",
                        NOTHING_STARTED,
                        folder -> run(
                                folder.resolve("data"),
                                "--config",
                                folder.resolve(MISSING).toString())),
                new Row(
                        "configuration that is no YAML",
                        78,
                        "1 problem ",
                        NOTHING_STARTED,
                        folder -> configured(folder, "server: [\n", "run")),
                new Row(
                        "secret in the configuration",
                        78,
                        "1 problem ",
                        NOTHING_STARTED,
                        folder -> configured(folder, "database:\n  password: hunter2\n", "run")),
                new Row(
                        "data folder is a file",
                        69,
                        "cannot be written",
                        "choose another with --data",
                        folder -> run(Files.createFile(folder.resolve("data")))),
                new Row(
                        "data folder where none can be",
                        69,
                        "cannot be written",
                        "choose another with --data",
                        folder -> run(Path.of("/proc/heliograph"))),
                new Row(
                        "data folder nearly full",
                        69,
                        "is nearly full",
                        "Free some room",
                        folder -> configured(folder, "least-free-bytes: 9000000000000000000\n", "run", "--port", "0")),
                new Row(
                        "socket path too long",
                        69,
                        "too long for the database's socket",
                        "shorter path",
                        folder -> run(folder.resolve("x".repeat(110)))),
                new Row(
                        "password file missing",
                        69,
                        "cannot be read",
                        "Check that it exists",
                        folder -> List.of(
                                "users",
                                "create",
                                "--email",
                                "a@example.org",
                                "--password-file",
                                folder.resolve("none").toString(),
                                "--data",
                                folder.resolve("data").toString())),
                new Row(
                        "database of one's own is down",
                        69,
                        "cannot be reached",
                        "Start it, or correct database.url",
                        folder -> configured(folder, """
                                database:
                                  url: jdbc:mariadb://127.0.0.1:1/heliograph
                                  start-patience: 1s
                                """, "run", "--port", "0")),
                new Row(
                        "database URL of another kind",
                        69,
                        "does not begin with jdbc:mariadb://",
                        "Set database.url",
                        folder -> configured(folder, "database: {url: 'jdbc:mysql://127.0.0.1/x'}\n", "run")),
                new Row(
                        "master key readable by others",
                        69,
                        "can be read by other users",
                        "chmod 600",
                        folder -> withMasterKey(folder, "rw-r--r--", "A".repeat(43) + "=\n")),
                new Row(
                        "master key that is none",
                        69,
                        "is not",
                        "32 bytes",
                        folder -> withMasterKey(folder, "rw-------", "hello\n")));
    }

    private static List<String> withMasterKey(Path folder, String mode, String text) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path key = Files.writeString(data.resolve("master.key"), text);
        Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString(mode));
        return run(data);
    }

    /** Rows that need a database that was set up. */
    static Stream<Row> rowsOfAnInstallation() {
        return Stream.of(
                new Row("database server of a newer version", 69, "newer", "restore the backup", data -> {
                    Files.writeString(data.resolve("database/data-version"), "99.0.0\n");
                    return run(data);
                }),
                new Row("master key missing", 69, "is missing", "Put your copy back", data -> {
                    Files.delete(data.resolve("master.key"));
                    return run(data);
                }),
                new Row("master key of another installation", 69, "does not fit this database", "Put back", data -> {
                    Files.writeString(data.resolve("master.key"), "A".repeat(43) + "=\n");
                    return run(data);
                }));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aStartThatCannotSucceedSaysWhyAndWhatToDo(Row row) throws Exception {
        List<String> arguments = row.prepare().in(folder);
        assertRefused(row, launch(arguments));
        assertThat(folder.resolve("data/database/data")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("rowsOfAnInstallation")
    void anInstallationThatDoesNotFitIsLeftAsItIs(Row row) throws Exception {
        Path data = Installation.copyTo(folder.resolve("data"));
        assertRefused(row, launch(row.prepare().in(data)));
        if (row.name().equals("master key missing")) {
            assertThat(data.resolve("master.key")).doesNotExist();
        }
    }

    @Test
    void tenMistakesAreTenProblemsInOneGo() throws Exception {
        CommandResult result = launch(configured(folder, """
                server:
                  port: 99999
                  prot: 1
                  tls: maybe
                  public-url: "not a url"
                accounts:
                  registration: everyone
                  session-idle: soon
                credits:
                  initial-grant: many
                database:
                  password: hunter2
                  pool-size: -1
                instances:
                  a:
                    plugn: x
                """, "run"));
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(78);
        List<String> lines = result.err().lines().toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.getLast()).isEqualTo("10 problems in the configuration; nothing was started.");
        assertThat(lines.subList(0, 10)).allMatch(line -> line.matches(".*heliograph\\.yaml:\\d+: [a-z.-]+: .+\\. .+"));
        assertThat(result.err()).contains("server.prot").contains("Did you mean server.port?");
        assertThat(result.err()).doesNotContain("hunter2");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        Path data = Installation.copyTo(folder.resolve("data"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Row row = new Row("", 69, "Port " + port + " of 127.0.0.1 is taken", "--port", any -> List.of());
            assertRefused(row, launch(List.of("run", "--data", data.toString(), "--port", port)));
        }
    }

    @Test
    void aFolderOfAnotherUserIsNamed() throws Exception {
        assumeTrue(Machine.canBeNobody(), "needs root and setpriv");
        List<String> version = new ArrayList<>(Machine.asNobody());
        version.addAll(List.of(Service.launcher().toString(), "--version"));
        assumeTrue(CommandResult.run(version).exitCode() == 0, "others may not read this checkout");
        Row row = new Row("", 69, "cannot be written: permission denied", "the right to write", any -> List.of());
        List<String> command = new ArrayList<>(Machine.asNobody());
        command.add(Service.launcher().toString());
        command.addAll(run(folder.resolve("data")));
        assertRefused(row, CommandResult.run(command));
    }

    private static CommandResult launch(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Service.launcher().toString()));
        command.addAll(arguments);
        return CommandResult.run(command);
    }

    private void assertRefused(Row row, CommandResult result) {
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(row.exitCode());
        String last = result.err().strip().lines().reduce("", (first, second) -> second);
        assertThat(last).contains(row.sentence()).contains(row.remedy());
        assertThat(result.err()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(result.out()).doesNotContain("is ready");
        assertThat(Machine.processesOf(folder)).isEmpty();
    }
}
