package io.heliograph.core.database.embedded;

import io.heliograph.core.database.StartProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server's programs and the data they wrote in step: an older program never touches newer data; a newer one
 * first dumps the data, then checks and mends the tables, then notes its version.
 */
final class Upgrade {
    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    private Upgrade() {}

    /** The version that wrote the data; empty before the first start. */
    static Optional<ServerVersion> dataVersion(Layout layout) {
        try {
            return Files.exists(layout.dataVersion())
                    ? ServerVersion.parse(Files.readString(layout.dataVersion()))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the data must be upgraded. @throws StartProblem if it is newer than the programs. */
    static boolean needed(Layout layout) {
        Optional<ServerVersion> data = dataVersion(layout);
        if (data.isEmpty()) {
            return false;
        }
        if (data.get().compareTo(ServerBinary.VERSION) > 0) {
            throw new StartProblem(
                    "The database in " + layout.root() + " was written by MariaDB " + data.get()
                            + ", which is newer than the " + ServerBinary.VERSION + " of this Heliograph.",
                    "Start the newer Heliograph again, or restore the backup from before its first start.");
        }
        return data.get().compareTo(ServerBinary.VERSION) < 0;
    }

    /** Dumps everything beside the data, then lets the tables be checked and mended. */
    static void run(ServerBinary binary, Layout layout, ServerProcess server) {
        String before = dataVersion(layout).map(ServerVersion::toString).orElse("unknown");
        Path dump = layout.root().resolve("before-upgrade-" + before + ".sql");
        LOG.info(
                "Upgrading the embedded database from {} to {}; a dump goes to {}", before, ServerBinary.VERSION, dump);
        Path options = optionsFile(layout, server);
        try {
            Path half = layout.root().resolve("before-upgrade.new");
            tool(
                    binary,
                    layout,
                    options,
                    "mariadb-dump",
                    half,
                    List.of("--single-transaction", "--databases", Layout.SCHEMA));
            Files.move(half, dump, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(dump, PosixFilePermissions.fromString("rw-------"));
            tool(
                    binary,
                    layout,
                    options,
                    "mariadb-check",
                    layout.root().resolve("upgrade.log"),
                    List.of("--check-upgrade", "--auto-repair", "--databases", Layout.SCHEMA));
            note(layout);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            ServerBinary.deleteTree(options);
        }
    }

    /** Notes that the data is of this version. */
    static void note(Layout layout) {
        try {
            PrivateFiles.write(layout.dataVersion(), ServerBinary.VERSION + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A password on a command line can be read by every user of the machine; in a file of mode 600 it cannot. */
    private static Path optionsFile(Layout layout, ServerProcess server) {
        Path file = layout.root().resolve("tool.cnf");
        try {
            PrivateFiles.write(
                    file,
                    "[client]\nuser=" + Layout.USER + "\npassword=" + layout.password() + "\nhost=127.0.0.1\nport="
                            + server.note().port() + "\nprotocol=tcp\nskip-ssl\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    private static void tool(
            ServerBinary binary, Layout layout, Path options, String name, Path output, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                binary.program(name).toString(),
                "--defaults-file=" + options,
                "--character-sets-dir=" + binary.share("charsets")));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(layout.output().toFile())
                .start();
        process.getOutputStream().close();
        try {
            if (process.waitFor() != 0) {
                throw new StartProblem(
                        "The embedded database could not be upgraded: " + name + " failed.",
                        "Its words are in " + layout.output() + ". The data was not changed; the previous Heliograph"
                                + " still starts with it.");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during the upgrade", interrupted);
        }
    }
}
