package io.heliograph.core.media.process;

import io.heliograph.core.media.child.MediaChild;
import io.heliograph.core.media.child.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the media process: the process itself, the thread that reads its answers, the thread that watches its limits. */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long WATCH_MILLIS = 100;
    private static final long PAGE_BYTES = 4096;

    private final MediaProcessSettings settings;
    private final Process process;
    private final DataOutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<Integer, Exchange> exchanges = new ConcurrentHashMap<>();
    private final AtomicInteger lastRequest = new AtomicInteger(Exchange.START);
    private volatile boolean alive = true;
    private volatile String causeOfDeath = "the media process ended by itself";

    private Connection(MediaProcessSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    }

    /** Starts the process and waits until it answers. */
    static Connection start(MediaProcessSettings settings) throws MediaProcessException {
        Connection connection;
        Exchange ready = new Exchange(Exchange.START, false);
        try {
            Files.createDirectories(settings.cacheFolder());
            ProcessBuilder builder = new ProcessBuilder(command(settings))
                    .directory(settings.cacheFolder().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear(); // secrets of the host stay with the host
            connection = new Connection(settings, builder.start());
        } catch (IOException e) {
            throw new MediaProcessException(
                    MediaProcessException.Kind.UNAVAILABLE, "the media process does not start", e);
        }
        connection.exchanges.put(Exchange.START, ready);
        Thread.ofPlatform().daemon().name("media-process-reader").start(connection::read);
        Thread.ofPlatform().daemon().name("media-process-watch").start(connection::watch);
        try {
            ready.next();
            connection.exchanges.remove(Exchange.START);
            LOG.info("Media process {} started", connection.process.pid());
            return connection;
        } catch (MediaProcessException e) {
            connection.close();
            throw new MediaProcessException(
                    MediaProcessException.Kind.UNAVAILABLE, "the media process ended while starting", e);
        }
    }

    private static List<String> command(MediaProcessSettings settings) {
        return List.of(
                settings.java().toString(),
                "-Xmx" + (settings.heapBytes() >> 20) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.cachedir=" + settings.cacheFolder(),
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0", // memory is watched from outside, native buffers included
                "-cp",
                settings.classPathText(),
                MediaChild.class.getName());
    }

    boolean isAlive() {
        return alive && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Sends a request. */
    Exchange request(Wire.Kind kind, byte[] payload) throws MediaProcessException {
        Exchange exchange = new Exchange(lastRequest.incrementAndGet(), kind == Wire.Kind.VIDEO);
        exchanges.put(exchange.request, exchange);
        if (!alive) {
            exchanges.remove(exchange.request);
            throw new MediaProcessException(MediaProcessException.Kind.DIED, causeOfDeath);
        }
        send(exchange, kind, payload);
        return exchange;
    }

    /** Sends one more message of a request that is under way. */
    void send(Exchange exchange, Wire.Kind kind, byte[] payload) throws MediaProcessException {
        exchange.expect(); // a full pipe that nobody empties is silence too
        writing.lock();
        try {
            Wire.write(out, exchange.request, kind, payload, payload.length);
        } catch (IOException e) {
            kill("the media process stopped reading");
            throw new MediaProcessException(MediaProcessException.Kind.DIED, causeOfDeath, e);
        } finally {
            writing.unlock();
        }
    }

    void forget(Exchange exchange) {
        exchanges.remove(exchange.request);
    }

    /** Ends the process; every request under way ends with {@code DIED}. */
    void kill(String why) {
        if (alive) {
            causeOfDeath = why;
        }
        process.destroyForcibly();
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            while (true) {
                Wire.Message message = Wire.read(in);
                if (message == null) {
                    return;
                }
                Exchange exchange = exchanges.get(message.request());
                if (exchange != null) {
                    exchange.deliver(message);
                }
            }
        } catch (IOException e) {
            LOG.debug("Media process {} ended in the middle of a message", process.pid(), e);
        } finally {
            alive = false;
            process.destroyForcibly();
            exchanges.values().forEach(exchange -> exchange.gone(causeOfDeath));
        }
    }

    private void watch() {
        try {
            while (!process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                if (exchanges.values().stream().anyMatch(exchange -> exchange.isOverdue(settings))) {
                    kill("a request took longer than its limit");
                } else if (residentBytes() > settings.memoryBytes()) {
                    kill("the media process grew past its memory limit");
                }
            }
            LOG.info("Media process {} ended: {}", process.pid(), causeOfDeath);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long residentBytes() {
        try {
            String statm = Files.readString(Path.of("/proc/" + process.pid() + "/statm"));
            return Long.parseLong(statm.split(" ", 3)[1]) * PAGE_BYTES;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return 0; // the process has just ended, or this system does not tell
        }
    }

    @Override
    public void close() {
        kill("the media process was stopped");
    }
}
