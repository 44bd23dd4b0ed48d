package io.heliograph.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a command answered.
 *
 * @param out standard output
 * @param err standard error
 */
public record CommandResult(int exitCode, String out, String err) {
    private static final long LIMIT_SECONDS = 300;

    /** Runs a command and waits for its end. */
    public static CommandResult run(Path launcher, Path data, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        return run(command);
    }

    /** Runs any command line and waits for its end. */
    public static CommandResult run(List<String> command) {
        return run(command, Map.of());
    }

    /** The same with more in its environment. */
    public static CommandResult run(List<String> command, Map<String, String> environment) {
        return run(new ProcessBuilder(command), environment);
    }

    /** The same with this environment and nothing of ours. */
    public static CommandResult runIn(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        return run(builder, environment);
    }

    private static CommandResult run(ProcessBuilder builder, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("command", ".out");
            Path err = Files.createTempFile("command", ".err");
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            // As for services: no test depends on which was the first to train the start cache.
            builder.environment().putIfAbsent("HELIOGRAPH_START_CACHE", "off");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end: " + builder.command());
            }
            CommandResult result = new CommandResult(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The last line of standard output. */
    public String lastLine() {
        return out.strip().lines().reduce("", (first, second) -> second);
    }
}
