package io.heliograph.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.load.LoadedPlugin;
import io.heliograph.kernel.InstanceId;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bundled plugin that comes and goes leaves nothing: no class loader, no open file, no thread. */
class LeakTest {
    private static final int ROUNDS = 8;
    /** The JIT compiler keeps what it is compiling: seconds, and on a starved machine more. */
    private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;

    private static final long LOOK_MILLIS = 50;

    @TempDir
    Path folder;

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

    static List<Path> jars() throws IOException {
        List<Path> jars = BundledHost.jars();
        assertThat(jars).hasSizeGreaterThanOrEqualTo(3);
        return jars;
    }

    @ParameterizedTest
    @MethodSource("jars")
    void comesAndGoesWithoutATrace(Path built) throws Exception {
        Path jar = Files.copy(built, folder.resolve(built.getFileName()));
        try (BundledHost world = new BundledHost(folder)) {
            Set<PhantomReference<ClassLoader>> loaders = new HashSet<>();
            loaders.add(round(world, jar));
            // Their numbers and not themselves: a thread that is just ending still knows its class loader.
            Set<Long> before = Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::threadId)
                    .collect(Collectors.toSet());
            for (int i = 1; i < ROUNDS; i++) {
                loaders.add(round(world, jar));
            }

            assertThat(notCollected(loaders)).as("class loaders in memory").isEmpty();
            assertThat(openFiles()).as("open files").noneMatch(name -> name.startsWith(jar.toString()));
            assertThat(Thread.getAllStackTraces().keySet())
                    .as("threads")
                    .noneMatch(thread -> thread.getName().startsWith("plugin-") && thread.isAlive())
                    .allMatch(thread -> before.contains(thread.threadId()) || isOfTheHost(thread));
            assertThat(world.host().plugins()).isEmpty();
        }
    }

    /** Loads, makes an instance of each type, uses them, and lets go of everything but the reference. */
    private PhantomReference<ClassLoader> round(BundledHost world, Path jar) throws Exception {
        LoadedPlugin plugin = world.load(jar);
        Manifest manifest = plugin.manifest();
        int number = 0;
        for (Map.Entry<String, PluginKind> type : types(plugin).entrySet()) {
            InstanceId id = world.add(manifest, Optional.of(type.getKey()), "one-" + number++);
            new EachKind(world).use(type.getValue(), id);
        }
        assertThat(number).isPositive();
        PhantomReference<ClassLoader> loader = new PhantomReference<>(plugin.loader(), collected);
        world.host().unload(manifest.id());
        return loader;
    }

    private static Map<String, PluginKind> types(LoadedPlugin plugin) {
        Map<String, PluginKind> types = new HashMap<>();
        plugin.providers().forEach(one -> types.put(one.type(), PluginKind.PROVIDER));
        plugin.stores().forEach(one -> types.put(one.type(), PluginKind.STORE));
        plugin.identities().forEach(one -> types.put(one.type(), PluginKind.IDENTITY));
        plugin.policies().forEach(one -> types.put(one.type(), PluginKind.POLICY));
        plugin.gateways().forEach(one -> types.put(one.type(), PluginKind.PAYMENT));
        plugin.mailers().forEach(one -> types.put(one.type(), PluginKind.MAIL));
        return types;
    }

    /** Those that the collector does not give back in time. Waits on the queue, which is told by the collector. */
    private Set<PhantomReference<ClassLoader>> notCollected(Set<PhantomReference<ClassLoader>> loaders)
            throws InterruptedException {
        Set<PhantomReference<ClassLoader>> left = new HashSet<>(loaders);
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (!left.isEmpty() && System.nanoTime() < end) {
            System.gc();
            var gone = collected.remove(LOOK_MILLIS);
            if (gone != null) {
                left.remove(gone);
            }
        }
        return left;
    }

    private static List<String> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.map(LeakTest::target).toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** Threads of the host's own pools and of the JDK, which live longer than a plugin and do not know it. */
    private static boolean isOfTheHost(Thread thread) {
        ClassLoader context = thread.getContextClassLoader();
        boolean ofPlugin = context != null && String.valueOf(context.getName()).startsWith("heliograph-plugin-");
        return !ofPlugin;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTraceIsSeenWhereThereIsOne() throws Exception {
        Path jar = Files.copy(jars().getFirst(), folder.resolve("kept.jar"));
        try (BundledHost world = new BundledHost(folder)) {
            ClassLoader kept = world.load(jar).loader();
            PhantomReference<ClassLoader> reference = new PhantomReference<>(kept, collected);
            System.gc();
            assertThat(collected.remove(LOOK_MILLIS)).isNull();
            assertThat(openFiles()).anyMatch(name -> name.startsWith(jar.toString()));
            assertThat(reference.refersTo(kept)).isTrue();
        }
    }
}
