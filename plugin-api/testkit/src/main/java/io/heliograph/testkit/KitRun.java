package io.heliograph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.testkit.host.FakeHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One fresh host and folder for one test. Closing it checks what every test must leave: no thread of the plugin's, and a
 * folder that can be removed.
 */
public final class KitRun implements AutoCloseable {
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final FakeHost host = new FakeHost();
    private final Path folder;

    /** A run with its own folder. */
    public KitRun() {
        try {
            folder = Files.createTempDirectory("heliograph-testkit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The host. */
    public FakeHost host() {
        return host;
    }

    /** The instance's folder. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        host.close();
        List<String> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive() && !isOurs(thread))
                .map(Thread::getName)
                .collect(Collectors.toList());
        remove();
        assertThat(left).as("threads that the plugin left").isEmpty();
    }

    /** Threads of the fake host, of the JDK and of JUnit end by themselves. */
    private static boolean isOurs(Thread thread) {
        String name = thread.getName();
        return name.startsWith("fake-")
                || name.startsWith("HttpClient-")
                || name.startsWith("HTTP-Dispatcher")
                || name.startsWith("junit-")
                || name.startsWith("ForkJoinPool")
                || name.startsWith("process reaper")
                || name.startsWith("Java2D")
                || name.startsWith("surefire")
                || name.startsWith("Common-Cleaner")
                || name.startsWith("ping-")
                || thread.getThreadGroup() == null
                || thread.getThreadGroup().getName().equals("system")
                || thread.getThreadGroup().getName().equals("InnocuousThreadGroup");
    }

    private void remove() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
