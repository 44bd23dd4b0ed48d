package io.heliograph.e2e;

import io.heliograph.rules.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running service in a process of its own, with a data folder of its own and a free port. */
public final class Service implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(https?://[^ /]+:\\d+)(?=/? *$)");
    private static final Pattern ADMIN_LINK = Pattern.compile("https?://\\S+/setup#(\\S+)");
    private static final long START_SECONDS = 300;
    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final Thread reader;
    private final Path data;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final CompletableFuture<String> adminToken = new CompletableFuture<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private Service(Process process, Path data) {
        this.process = process;
        this.data = data;
        this.reader = new Thread(this::read, "service-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** The launcher of the built distribution. */
    public static Path launcher() {
        return Repository.root().resolve("distribution/target/home/bin/heliograph");
    }

    /** Starts a service on {@code data} and waits until it says that it is ready. */
    public static Service start(Path data, String... options) {
        return start(launcher(), data, options);
    }

    /** The same by another launcher. */
    public static Service start(Path launcher, Path data, String... options) {
        Service service = begin(launcher, data, options);
        service.await(service.ready);
        return service;
    }

    /** The same with this environment and nothing of ours. */
    public static Service startIn(Map<String, String> environment, Path launcher, Path data, String... options) {
        ProcessBuilder builder = new ProcessBuilder();
        builder.environment().clear();
        builder.environment().putAll(environment);
        Service service = begin(builder, launcher, data, options);
        service.await(service.ready);
        return service;
    }

    /** Begins to start a service and does not wait for it. */
    public static Service begin(Path launcher, Path data, String... options) {
        return begin(new ProcessBuilder(), launcher, data, options);
    }

    private static Service begin(ProcessBuilder builder, Path launcher, Path data, String... options) {
        List<String> command =
                new ArrayList<>(List.of(launcher.toString(), "run", "--data", data.toString(), "--port", "0"));
        command.addAll(List.of(options));
        try {
            builder.command(command).redirectErrorStream(true);
            // Writing the cache makes a first stop longer, and what a test sees must not depend on which was first.
            builder.environment().putIfAbsent("HELIOGRAPH_START_CACHE", "off");
            return new Service(builder.start(), data);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                Matcher link = ADMIN_LINK.matcher(line);
                if (link.find()) {
                    adminToken.complete(link.group(1));
                }
                Matcher listening = ADDRESS.matcher(line);
                if (line.contains("ready") && listening.find()) {
                    address.complete(URI.create(listening.group(1)));
                    ready.complete(line);
                }
            }
        } catch (IOException closed) {
            lines.add("output ended: " + closed.getMessage());
        } finally {
            IllegalStateException ended = new IllegalStateException("the service ended:\n" + String.join("\n", lines));
            ready.completeExceptionally(ended);
            address.completeExceptionally(ended);
            adminToken.completeExceptionally(ended);
        }
    }

    private <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            process.destroyForcibly();
            throw new IllegalStateException("the service did not start:\n" + String.join("\n", lines), failed);
        }
    }

    /** Waits until it is ready or has ended; answers whether it is ready. */
    public boolean becomesReady() {
        return ready.handle((line, ended) -> ended == null)
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Its process. */
    public Process process() {
        return process;
    }

    /** Where it listens. */
    public URI address() {
        return await(address);
    }

    /** The one-time token of the first administrator, as printed to the terminal. */
    public String adminToken() {
        return await(adminToken);
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    /** What it has printed so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What it has printed of faults: errors, and every stack trace with what heads it. */
    public List<String> troubles() {
        return lines().stream()
                .filter(line -> line.contains(" ERROR ")
                        || line.startsWith("\tat ")
                        || line.matches("(Caused by: )?([a-z]+\\.)+[A-Z]\\w*(Exception|Error)\\b.*"))
                .toList();
    }

    /** Runs a command of the same distribution on the same data folder, while the service runs. */
    public CommandResult command(String... arguments) {
        return CommandResult.run(launcher(), data, arguments);
    }

    /** A client that is nobody yet. */
    public Api api() {
        return new Api(address());
    }

    /** Kills the process, as a machine that loses its power would. */
    public void kill() {
        process.destroyForcibly();
        stopped(Process::isAlive);
    }

    /** Asks it to stop (SIGTERM) and waits. Returns the exit code. */
    public int stop() {
        // Not Process.destroy(), which closes the output before its last lines are read.
        process.toHandle().destroy();
        stopped(Process::isAlive);
        return process.exitValue();
    }

    private void stopped(Function<Process, Boolean> alive) {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS) && alive.apply(process)) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not stop:\n" + String.join("\n", lines));
            }
            reader.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
