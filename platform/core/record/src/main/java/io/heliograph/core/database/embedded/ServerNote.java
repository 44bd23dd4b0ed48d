package io.heliograph.core.database.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What the data folder remembers about its server: which process, since when, where it listens. A process id alone
 * proves nothing, since it may have been given to another program after a crash.
 */
record ServerNote(long pid, Instant startedAt, Path socket, int port, ServerVersion version) {
    private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(3);

    static Optional<ServerNote> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return ServerVersion.parse(properties.getProperty("version", ""))
                    .map(version -> new ServerNote(
                            Long.parseLong(properties.getProperty("pid", "0")),
                            Instant.ofEpochMilli(Long.parseLong(properties.getProperty("startedAtMillis", "0"))),
                            Path.of(properties.getProperty("socket", "")),
                            Integer.parseInt(properties.getProperty("port", "0")),
                            version));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        StringWriter text = new StringWriter();
        text.write("# The database server of this folder. Written by Heliograph; do not edit.\n");
        text.write("pid=" + pid + "\nstartedAtMillis=" + startedAt.toEpochMilli() + "\nsocket="
                + socket.toString().replace("\\", "\\\\") + "\nport=" + port + "\nversion=" + version + "\n");
        try {
            PrivateFiles.write(file, text.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The live process this note speaks of; empty if it has ended, even if its id was given to another. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info()
                        .startInstant()
                        .map(actual -> Duration.between(actual, startedAt).abs().compareTo(START_TIME_TOLERANCE) <= 0)
                        .orElse(false));
    }
}
