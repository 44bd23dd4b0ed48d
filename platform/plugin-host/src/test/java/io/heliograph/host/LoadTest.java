package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.host.load.PluginSource;
import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.provider.Submission;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    private static final String ACCEPT =
            "return new Submission.Accepted(new RemoteJob(\"j\", \"1\"), java.time.Duration.ofSeconds(1));";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String fault(Path jar) {
        world.host.load(List.of(new PluginSource(jar, false)));
        PluginStatus status = world.host.plugins().stream()
                .filter(one -> one.file().equals(jar.getFileName().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(status.state()).isEqualTo(PluginStatus.State.FAILED);
        assertThat(status.remedy()).isNotEmpty();
        return status.sentence();
    }

    private Path jar(String name, String manifest, String submit) throws IOException {
        return TestPlugins.jar(folder, name, manifest, TestPlugins.provider(submit));
    }

    @Test
    void eachBadJarGetsOneSentenceAndTheGoodOneStillRuns() throws Exception {
        GuardedProvider good = world.provider(ACCEPT);
        Path corrupt = Files.writeString(folder.resolve("corrupt.jar"), "not a jar");
        assertThat(fault(corrupt)).contains("not a readable jar");
        assertThat(fault(jar("bare.jar", "", ACCEPT))).contains("holds no META-INF/heliograph-plugin.yaml");
        String later = TestPlugins.manifest("later", "").replace("spi: 0.1", "spi: 0.7");
        assertThat(fault(jar("later.jar", later, ACCEPT))).contains("made for SPI >=0.7");
        assertThat(fault(jar("twin.jar", TestPlugins.manifest("test", ""), ACCEPT)))
                .contains("is taken by test.jar");
        String wrong = TestPlugins.manifest("wrong", "").replace("kinds: [provider]", "kinds: [store]");
        assertThat(fault(jar("wrong.jar", wrong, ACCEPT))).contains("declares other kinds");
        assertThat(fault(jar("bad.jar", "id: Bad\nspi: x\nsurprise: 1\n", ACCEPT)))
                .contains("line 1: id", "line 2: spi", "version: the key is missing", "line 3: surprise");
        assertThat(good.submit(world.permit(SpiMethod.PROVIDER_SUBMIT), World.spec(), World.key(), World.terms()))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void whatTheBytecodeUsesMustBeDeclaredExactlyAndGranted() throws Exception {
        String files = "try { java.nio.file.Files.exists(java.nio.file.Path.of(\"/\")); } catch (RuntimeException e) {}"
                + ACCEPT;
        assertThat(fault(jar("a.jar", TestPlugins.manifest("a", ""), files))).contains("does not declare: files");
        assertThat(fault(jar("b.jar", TestPlugins.manifest("b", "files, sockets"), files)))
                .contains("does not use: sockets");
        assertThat(fault(jar("c.jar", TestPlugins.manifest("c", "files"), files)))
                .contains("needs files");
        String thread = "new Thread(() -> {}).start();" + ACCEPT;
        assertThat(fault(jar("d.jar", TestPlugins.manifest("d", ""), thread))).contains("threads");
        String byName = "String hidden = \"java.net.Socket\"; if (hidden.isEmpty()) return null;" + ACCEPT;
        assertThat(fault(jar("e.jar", TestPlugins.manifest("e", ""), byName))).contains("sockets");
    }

    @Test
    void aHostilePluginMissesEveryClassResourceAndServiceOfTheHost() throws Exception {
        String probe = """
                StringBuilder found = new StringBuilder();
                ClassLoader own = Main.class.getClassLoader();
                ClassLoader context = Thread.currentThread().getContextClassLoader();
                if (own != context) found.append("context loader;");
                for (String name : List.of("io.heliograph.host.Instances", "io.heliograph.policy.Permit",
                    "io.heliograph.kernel.Ids", "org.pf4j.PluginManager", "io.vertx.core.Vertx",
                    "org.yaml.snakeyaml.Yaml", "java.net.".concat("Socket"), "java.net.ht".concat("tp.HttpClient"),
                    "java.lang.".concat("ProcessBuilder"), "sun.mi".concat("sc.Unsafe"))) {
                  for (ClassLoader loader : List.of(own, context, own.getParent())) {
                    try { Class.forName(name, false, loader); found.append(name).append(';'); }
                    catch (ClassNotFoundException missed) { }
                  }
                }
                try {
                  for (String name : List.of("io/heliograph/host/Instances.class", "logback.xml", "p/other.txt",
                      "io/heliograph/host/load/bundled-grants.properties", "java/lang/Object.class")) {
                    for (ClassLoader loader : List.of(own, own.getParent())) {
                      if (loader.getResource(name) != null) found.append(name).append(';');
                      if (loader.getResourceAsStream(name) != null) found.append(name).append(';');
                      if (loader.getResources(name).hasMoreElements()) found.append(name).append(';');
                    }
                  }
                  if (new String(own.getResource("p/note.txt").openStream().readAllBytes()).equals("mine")) found.append("own;");
                  if (Collections.list(own.getResources("META-INF/heliograph-plugin.yaml")).size() == 1) found.append("one;");
                } catch (java.io.IOException broken) { found.append(broken); }
                for (HeliographPlugin other : ServiceLoader.load(HeliographPlugin.class)) {
                  found.append(other.getClass().getName()).append(';');
                }
                return new Submission.Accepted(new RemoteJob(found.toString(), "1"), java.time.Duration.ofSeconds(1));
                """;
        Path jar = jar("hostile.jar", TestPlugins.manifest("hostile", "lookup, http"), probe);
        assertThat(fault(jar)).contains("needs http");
        Path without = jar(
                "hostile2.jar",
                TestPlugins.manifest("hostile", "lookup"),
                probe.replace(
                        "own.getResource(\"p/note.txt\").openStream()", "own.getResourceAsStream(\"p/note.txt\")"));
        world.host.load(List.of(new PluginSource(without, false)));
        assertThat(world.host.plugins())
                .last()
                .satisfies(one -> assertThat(one.sentence()).isEmpty());
        GuardedProvider provider = world.start("hostile");
        Submission answer =
                provider.submit(world.permit(SpiMethod.PROVIDER_SUBMIT), World.spec(), World.key(), World.terms());
        assertThat(((Submission.Accepted) answer).job().token()).isEqualTo("own;one;p.Main;");
    }

    @Test
    void anUnloadedPluginLeavesNeitherLoaderNorFileNorThread() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        WeakReference<ClassLoader> loader = loadUseAndUnload();
        for (int i = 0; i < 200 && loader.get() != null; i++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(loader.get()).isNull();
        assertThat(openFiles()).noneMatch(name -> name.contains("test.jar"));
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(
                        thread -> !before.contains(thread) && thread.getName().startsWith("plugin-"));
    }

    /** Files that this process holds open, where the system tells. */
    static List<String> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.map(LoadTest::target).toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private WeakReference<ClassLoader> loadUseAndUnload() throws Exception {
        GuardedProvider provider = world.provider("kept = c.logger(); " + ACCEPT);
        provider.submit(world.permit(SpiMethod.PROVIDER_SUBMIT), World.spec(), World.key(), World.terms());
        WeakReference<ClassLoader> weak = new WeakReference<>(World.loaderOf(provider));
        world.host.unload("test");
        assertThat(world.host.provider(new InstanceId("one"))).isEmpty();
        return weak;
    }

    @Test
    void instancesComeAndGoWhileTheServiceRunsAndBadOnesSayWhy() throws Exception {
        world.provider(ACCEPT);
        assertThat(world.host.add(InstanceConfig.of("one", "test", Map.of()))).hasSize(1);
        assertThat(world.host
                        .add(InstanceConfig.of("two", "tset", Map.of()))
                        .getFirst()
                        .toString())
                .contains("no plugin tset", "test");
        assertThat(world.host.add(InstanceConfig.of("three", "test", Map.of("colour", "red"))))
                .hasSize(1);
        assertThat(world.host.instances()).hasSize(3);
        assertThat(world.host.add(InstanceConfig.of("four", "test", Map.of()))).isEmpty();
        assertThat(world.host.providers()).hasSize(2);
        assertThat(world.host.remove(new InstanceId("four"))).isTrue();
        assertThat(world.host.remove(new InstanceId("four"))).isFalse();
        assertThat(world.host.providers()).hasSize(1);
    }
}
