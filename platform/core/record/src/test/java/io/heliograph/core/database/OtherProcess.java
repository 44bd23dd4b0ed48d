package io.heliograph.core.database;

import io.heliograph.core.event.LocalEventBus;
import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.record.RecordSettings;
import io.heliograph.core.testing.TestClock;
import io.heliograph.kernel.PrincipalId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another JVM that opens the record of a folder, says what came of it in one line, and stays until its input ends or it
 * is killed.
 */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private OtherProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static OtherProcess start(Path folder, DataFolder.Role role) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherProcess.class.getName(),
                folder.toString(),
                role.name(),
                Folders.programs().toString()));
        return new OtherProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that is meant for us: READY or PROBLEM with its sentence. */
    String says() throws IOException {
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("READY") || line.startsWith("PROBLEM") || line.startsWith("CLOSED")) {
                return line;
            }
        }
        return "ENDED";
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Lets it close and end by itself. */
    String finish() throws IOException {
        process.getOutputStream().close();
        String said = says();
        process.onExit().join();
        return said;
    }

    @Override
    public void close() {
        kill();
    }

    /** The other JVM's side. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        RecordSettings settings = new RecordSettings(
                Path.of(arguments[0]),
                DataFolder.Role.valueOf(arguments[1]),
                Optional.empty(),
                Optional.of(Path.of(arguments[2])),
                Optional.empty(),
                4);
        try (RecordRoom room = RecordRoom.open(settings, new LocalEventBus(), new TestClock())) {
            room.tx().required(() -> room.events().append(new PrincipalId(new UUID(1, 1)), "opened", "{}"));
            out.println("READY " + room.folder().owned());
            while (System.in.read() >= 0) {
                // until the parent closes our input
            }
        } catch (StartProblem problem) {
            out.println("PROBLEM " + problem.getMessage());
        }
        out.println("CLOSED");
    }
}
