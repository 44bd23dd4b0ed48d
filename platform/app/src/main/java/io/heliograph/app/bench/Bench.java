package io.heliograph.app.bench;

import io.heliograph.app.config.ConfigException;
import io.heliograph.app.config.ConfigLoader;
import io.heliograph.app.config.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured on: a service in a process of its own, on a folder that is made for it and removed afterwards, with a
 * configuration of its own. Nothing of the operator's environment or file reaches it. For one thread.
 */
public final class Bench implements AutoCloseable {
    /** A service that also works on what it takes. */
    static final Map<String, String> WORKING = Map.of();
    /** A service that takes jobs and leaves them waiting. */
    static final Map<String, String> TAKING = Map.of("HELIOGRAPH_GENERATION_WORKERS", "0");

    static final String PICTURES = "bench-engine/scenery";
    static final String CLIPS = "bench-engine/scenery-video";

    private static final String CONFIGURATION = """
            credits:
              initial-grant: 1000000000
            limits:
              requests-per-minute: 1000000000
              address-requests-per-minute: 1000000000
              key-requests-per-minute: 1000000000
              generations-per-hour: 1000000000
              active-generations: 1000000
            log:
              level: warn
            instances:
              bench-engine:
                plugin: provider-procedural
                settings:
                  credits: 1
            """;
    private static final List<String> KEPT_OF_THE_ENVIRONMENT =
            List.of("HELIOGRAPH_HOME", "HELIOGRAPH_JAVA_OPTS", "HELIOGRAPH_PROGRAM");
    private static final long READY_SECONDS = 60;

    private final Path launcher;
    private final BenchSizes sizes;
    private final Consumer<String> progress;
    private final Path folder;
    private final Path file;
    private final int port;
    private final List<String> keys = new ArrayList<>();
    private @Nullable ServiceProcess service;
    private Map<String, String> environment = Map.of();
    private boolean fresh = true;
    private Optional<String> library = Optional.empty();

    /**
     * Makes the folder and the configuration; starts nothing.
     *
     * @param launcher the program that starts the service
     * @param progress is told what people who wait should know
     */
    public Bench(Path launcher, BenchSizes sizes, Consumer<String> progress) throws IOException {
        this.launcher = launcher;
        this.sizes = sizes;
        this.progress = progress;
        this.folder = Files.createTempDirectory("heliograph-bench-");
        this.file = Files.writeString(folder.resolve("heliograph.yaml"), CONFIGURATION);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /** Whether a variable could bring the operator's configuration, or their database, into the measurement. */
    static boolean belongsToTheOperator(String variable) {
        return variable.startsWith("HELIOGRAPH_") && !KEPT_OF_THE_ENVIRONMENT.contains(variable);
    }

    /** Measures what {@code words} select, everything if there are none. */
    public List<Figure> measure(List<String> words) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (Benchmark benchmark : Benchmarks.chosen(words)) {
            progress.accept(benchmark.title() + " ...");
            figures.addAll(benchmark.measure(this));
        }
        return figures;
    }

    BenchSizes sizes() {
        return sizes;
    }

    /** Where the data lies, for the description of the machine. */
    public Path folder() {
        return folder;
    }

    /** Whether no service was started on the folder yet. */
    boolean wasFresh() {
        return fresh;
    }

    /** The service with this environment; one with another is stopped first. */
    ServiceProcess running(Map<String, String> wanted) throws IOException, InterruptedException {
        ServiceProcess now = service;
        if (now != null && environment.equals(wanted)) {
            return now;
        }
        stop();
        ServiceProcess started = ServiceProcess.start(launcher, file, data(), port, wanted);
        service = started;
        environment = wanted;
        fresh = false;
        return started;
    }

    /** Waits until the service says over HTTP that it could serve a person. */
    void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        try (BenchClient client = client(1)) {
            while (client.send(BenchClient.Request.open("/health/ready"))
                            .await()
                            .status()
                    != 200) {
                if (System.nanoTime() > end) {
                    throw new IOException("the service does not become ready");
                }
                TimeUnit.MILLISECONDS.sleep(2);
            }
        }
    }

    void stop() {
        ServiceProcess now = service;
        if (now != null) {
            now.close();
            service = null;
        }
    }

    BenchClient client(int connections) {
        return new BenchClient(port, connections);
    }

    /** Keys of as many people, who are made where there are too few; beside the running service. */
    List<String> keys(int people) throws IOException {
        if (keys.size() < people) {
            keys.addAll(Population.people(configuration(), keys.size(), people));
        }
        return keys.subList(0, people);
    }

    /** The key of somebody with a full library, which is filled at the first call. */
    String library() throws IOException, InterruptedException {
        if (library.isEmpty()) {
            String key = Population.people(configuration(), Population.LIBRARIAN, Population.LIBRARIAN + 1)
                    .getFirst();
            progress.accept("filling a library with " + sizes.assets() + " pictures ...");
            try (BenchClient client = client(1)) {
                new Waiting(client, key).millis("bench-library-first", PictureBenchmark.picture(sizes.seed()));
            }
            Population.library(configuration(), sizes.assets());
            library = Optional.of(key);
        }
        return library.get();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Configuration configuration() throws IOException {
        try {
            return new ConfigLoader(Map.of("HELIOGRAPH_DATA_FOLDER", data().toString())).load(Optional.of(file));
        } catch (ConfigException mistake) {
            throw new IOException("the benchmark's own configuration is wrong: " + mistake.problems(), mistake);
        }
    }

    /** Stops the service and removes everything that was made. */
    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the folder " + folder + " could not be removed", failed);
        }
    }
}
