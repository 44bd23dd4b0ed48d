package io.heliograph.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A running service in a process of its own. Closing it asks it to stop and waits. */
final class ServiceProcess implements AutoCloseable {
    private static final long START_SECONDS = 180;
    private static final long STOP_SECONDS = 60;
    private static final int LINES_KEPT = 40;

    private final Process process;
    private final int port;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Deque<String> lines = new ArrayDeque<>();
    private volatile boolean said;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread.ofPlatform().daemon().name("bench-service-output").start(this::read);
    }

    /**
     * Starts it and returns when it says that it is ready.
     *
     * @param environment on top of what a bare process needs
     * @throws IOException if it ends or says nothing; the last lines are in the message
     */
    static ServiceProcess start(Path launcher, Path configuration, Path data, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        launcher.toString(),
                        "run",
                        "--config",
                        configuration.toString(),
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port)))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(Bench::belongsToTheOperator);
        builder.environment().putAll(environment);
        ServiceProcess service = new ServiceProcess(builder.start(), port);
        if (!service.ready.await(START_SECONDS, TimeUnit.SECONDS) || !service.said) {
            service.process.destroyForcibly();
            throw new IOException("the service did not start: " + service.lastWords());
        }
        return service;
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
                if (line.startsWith("Heliograph is ready")) {
                    said = true;
                    ready.countDown();
                }
            }
        } catch (IOException closed) {
            keep("output ended: " + closed.getMessage());
        } finally {
            ready.countDown();
        }
    }

    private void keep(String line) {
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > LINES_KEPT) {
                lines.removeFirst();
            }
        }
    }

    private String lastWords() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    int port() {
        return port;
    }

    /** The service's own process. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        // Not Process.destroy(): that closes the output while the service still writes to it.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
