package io.heliograph.core.database.embedded;

import io.heliograph.core.database.StartProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes an empty database: system tables, and no account but one that only the operating system's root may use. */
final class Bootstrap {
    private static final long LONGEST_SECONDS = 180;

    private Bootstrap() {}

    /** Makes it beside its final place and moves it there, so that a half-made one is never used. */
    static void run(ServerBinary binary, Layout layout) {
        try {
            ServerBinary.deleteTree(layout.halfMadeData());
            Files.createDirectories(layout.halfMadeData().resolve("mysql"));
            Files.createDirectories(layout.temporary());
            Process process = new ProcessBuilder(command(binary, layout))
                    .redirectErrorStream(true)
                    .redirectOutput(layout.output().toFile())
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write("use mysql;\nset @auth_root_socket='root';\n".getBytes(StandardCharsets.UTF_8));
                for (String script : List.of(
                        "mariadb_system_tables.sql",
                        "mariadb_performance_tables.sql",
                        "mariadb_system_tables_data.sql")) {
                    Files.copy(binary.share(script), in);
                    in.write('\n');
                }
            } catch (IOException ended) {
                // The process has ended early and says why in its output, which is shown below.
                process.destroy();
            }
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw ServerFailures.explain("The embedded database could not be set up in time", layout);
            }
            if (process.exitValue() != 0) {
                throw ServerFailures.explain("The embedded database could not be set up", layout);
            }
            Files.move(layout.halfMadeData(), layout.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new StartProblem(
                    "The embedded database could not be set up in " + layout.data() + ": " + failure.getMessage() + ".",
                    "See that there is room and the right to write there; then start again.",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was set up", interrupted);
        }
    }

    private static List<String> command(ServerBinary binary, Layout layout) {
        List<String> command = new ArrayList<>(ServerProcess.common(binary, layout.halfMadeData(), layout));
        command.add("--bootstrap");
        command.add("--skip-log-error");
        command.add("--log-warnings=0");
        return command;
    }

    /** The statements each start begins with: our schema, our user, and its password as it is in the file. */
    static String initStatements(String password) {
        return "create database if not exists " + Layout.SCHEMA + " character set utf8mb4 collate utf8mb4_bin;\n"
                + "create user if not exists '" + Layout.USER + "'@'127.0.0.1' identified by '" + password + "';\n"
                + "alter user '" + Layout.USER + "'@'127.0.0.1' identified by '" + password + "';\n"
                + "grant all privileges on *.* to '" + Layout.USER + "'@'127.0.0.1';\n";
    }

    /** Writes them to the start's init file. */
    static Path writeInitFile(Layout layout) throws IOException {
        PrivateFiles.write(layout.initFile(), initStatements(layout.password()));
        return layout.initFile();
    }
}
