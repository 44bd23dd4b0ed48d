package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.host.BrokenSource.Place;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.host.load.PluginSource;
import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.provider.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row per fault and kind: the others run on, and the status says which, why, and what to do. */
class BrokenPluginsTest {
    private static final String ACCEPT =
            "return new Submission.Accepted(new RemoteJob(\"j\", \"1\"), java.time.Duration.ofSeconds(1));";
    private static final InstanceId BAD = new InstanceId("bad");

    @TempDir
    Path folder;

    private World world;
    private GuardedProvider good;

    @BeforeEach
    void open() throws IOException {
        world = new World(folder);
        good = world.provider(ACCEPT);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Makes a jar of a kind. */
    private interface Jar {
        Path make(Path folder, PluginKind kind) throws IOException;
    }

    /** Faults of which the plugin's own line tells. */
    enum AtLoad {
        NO_JAR_AT_ALL(
                "is not a readable jar",
                "Copy or download it again",
                (folder, kind) -> Files.writeString(folder.resolve("bad.jar"), "not a jar")),
        EMPTY_FILE(
                "is not a readable jar",
                "Copy or download it again",
                (folder, kind) -> Files.write(folder.resolve("bad.jar"), new byte[0])),
        CUT_OFF("is not a readable jar", "Copy or download it again", (folder, kind) -> {
            Path jar = jar(folder, manifest(kind), BrokenSource.sound(), kind);
            byte[] bytes = Files.readAllBytes(jar);
            return Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
        }),
        DAMAGED_INSIDE("is damaged", "Copy or download it again", (folder, kind) -> {
            Path jar = jar(folder, manifest(kind), BrokenSource.sound(), kind);
            byte[] bytes = Files.readAllBytes(jar);
            Arrays.fill(bytes, 60, 200, (byte) 0x55);
            return Files.write(jar, bytes);
        }),
        NO_MANIFEST(
                "holds no META-INF/heliograph-plugin.yaml",
                "Remove it",
                (folder, kind) -> jar(folder, "", BrokenSource.sound(), kind)),
        WRONG_SCHEMA(
                "one of text, texts, number",
                "corrected jar",
                (folder, kind) -> jar(
                        folder,
                        manifest(kind) + "configuration: [{key: a, type: colour, title: A}]\n",
                        BrokenSource.sound(),
                        kind)),
        UNREADABLE_MANIFEST(
                "is not valid",
                "corrected jar",
                (folder, kind) -> jar(folder, "id: [bad\n", BrokenSource.sound(), kind)),
        ANOTHER_SPI(
                "made for SPI >=0.7",
                "made for this release",
                (folder, kind) ->
                        jar(folder, manifest(kind).replace("spi: 0.1", "spi: 0.7"), BrokenSource.sound(), kind)),
        OTHER_KINDS(
                "declares other kinds than it holds",
                "correct kinds",
                (folder, kind) -> jar(
                        folder,
                        manifest(kind).replace("[" + kind.word() + "]", "[mail, " + kind.word() + "]"),
                        BrokenSource.sound(),
                        kind)),
        CONSTRUCTOR_THROWS("it threw", "See the log", source(BrokenSource.throwing(Place.CONSTRUCTOR))),
        CONSTRUCTOR_HANGS(
                "took longer than", "See the log", source(BrokenSource.with(Place.CONSTRUCTOR, BrokenSource.HANG))),
        LIST_THROWS("it threw IllegalStateException", "See the log", source(BrokenSource.throwing(Place.LIST))),
        LIST_HANGS("took longer than", "See the log", source(BrokenSource.with(Place.LIST, BrokenSource.HANG))),
        LIST_IS_NULL(
                "it threw NullPointerException", "See the log", source(BrokenSource.with(Place.LIST, "return null;"))),
        LIST_HOLDS_NULL(
                "it threw NullPointerException",
                "See the log",
                source(BrokenSource.with(Place.LIST, "return Arrays.asList(new F(), null);"))),
        LACKS_A_CLASS(
                "it threw",
                "See the log",
                source(BrokenSource.with(
                        Place.LIST, "if (true) { throw new NoClassDefFoundError(\"gone\"); } return List.of();")));

        private final String why;
        private final String whatToDo;

        @SuppressWarnings("ImmutableEnumChecker") // the functions close over texts only
        private final Jar jar;

        AtLoad(String why, String whatToDo, Jar jar) {
            this.why = why;
            this.whatToDo = whatToDo;
            this.jar = jar;
        }
    }

    /** Faults of which the instance's line tells: the plugin itself was loaded. */
    enum AtStart {
        TYPE_THROWS("it threw IllegalStateException", BrokenSource.throwing(Place.TYPE)),
        TYPE_IS_NULL("it threw NullPointerException", BrokenSource.with(Place.TYPE, "return null;")),
        CREATE_THROWS("it threw IllegalStateException", BrokenSource.throwing(Place.CREATE)),
        CREATE_REFUSES(
                "the rack is away",
                BrokenSource.with(Place.CREATE, "throw PluginException.unknown(\"away\", \"the rack is away\");")),
        CREATE_HANGS("took longer than", BrokenSource.with(Place.CREATE, BrokenSource.HANG)),
        CREATE_IS_NULL("it answered nothing", BrokenSource.with(Place.CREATE, "return null;")),
        ABILITY_THROWS("it threw IllegalStateException", BrokenSource.throwing(Place.ABILITY)),
        ABILITY_HANGS("took longer than", BrokenSource.with(Place.ABILITY, BrokenSource.HANG)),
        ABILITY_IS_NULL("it answered nothing", BrokenSource.with(Place.ABILITY, "return null;"));

        private final String why;

        @SuppressWarnings("ImmutableEnumChecker") // never changed after it was made
        private final BrokenSource source;

        AtStart(String why, BrokenSource source) {
            this.why = why;
            this.source = source;
        }
    }

    private static Jar source(BrokenSource source) {
        return (folder, kind) -> jar(folder, manifest(kind), source, kind);
    }

    private static Path jar(Path folder, String manifest, BrokenSource source, PluginKind kind) throws IOException {
        return TestPlugins.jar(folder, "bad.jar", manifest, source.of(kind));
    }

    private static String manifest(PluginKind kind) {
        return TestPlugins.manifest("bad", "").replace("[provider]", "[" + kind.word() + "]");
    }

    private static Stream<PluginKind> kinds() {
        return Stream.of(PluginKind.PROVIDER, PluginKind.STORE, PluginKind.IDENTITY);
    }

    static Stream<Arguments> atLoad() {
        return Arrays.stream(AtLoad.values()).flatMap(fault -> kinds().map(kind -> Arguments.of(fault, kind)));
    }

    static Stream<Arguments> atStart() {
        return Arrays.stream(AtStart.values())
                .flatMap(fault -> kinds().map(kind -> Arguments.of(fault, kind)))
                .filter(row -> !(row.get()[0].toString().startsWith("ABILITY") && row.get()[1] == PluginKind.STORE));
    }

    @ParameterizedTest
    @MethodSource("atLoad")
    void aPluginThatCannotBeLoadedSaysWhy(AtLoad fault, PluginKind kind) throws Exception {
        Path jar = fault.jar.make(folder, kind);

        world.host.load(List.of(new PluginSource(jar, false)));

        assertThat(status("bad.jar")).satisfies(status -> {
            assertThat(status.state()).isEqualTo(PluginStatus.State.FAILED);
            assertThat(status.sentence()).contains(fault.why).contains("bad").endsWith(".");
            assertThat(status.remedy()).contains(fault.whatToDo).endsWith(".");
        });
        assertThat(world.host.add(InstanceConfig.of("bad", "bad", Map.of())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("no plugin bad is loaded")
                        .contains(fault.why)
                        .contains(fault.whatToDo));
        assertThatTheGoodOneStillRuns();
        assertThat(LoadTest.openFiles()).noneMatch(name -> name.endsWith("bad.jar"));
    }

    @ParameterizedTest
    @MethodSource("atStart")
    void anInstanceThatCannotBeMadeSaysWhy(AtStart fault, PluginKind kind) throws Exception {
        Path jar = jar(folder, manifest(kind), fault.source, kind);
        world.host.load(List.of(new PluginSource(jar, false)));
        assertThat(status("bad.jar").state()).isEqualTo(PluginStatus.State.LOADED);

        assertThat(world.host.add(InstanceConfig.of("bad", "bad", Map.of())))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).startsWith("instances.bad");
                    assertThat(problem.expected()).contains(fault.why);
                    assertThat(problem.remedy()).contains("log");
                });
        assertThat(world.host.instances())
                .filteredOn(status -> status.id().equals(BAD))
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.isRunning()).isFalse();
                    assertThat(status.problems()).hasSize(1);
                });
        assertThatTheGoodOneStillRuns();
        world.host.unload("bad");
        assertThat(LoadTest.openFiles()).noneMatch(name -> name.endsWith("bad.jar"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneThatThrowsInStopIsGoneAllTheSame(PluginKind kind) throws Exception {
        Path jar = jar(folder, manifest(kind), BrokenSource.throwing(Place.CLOSE), kind);
        world.host.load(List.of(new PluginSource(jar, false)));
        assertThat(world.host.add(InstanceConfig.of("bad", "bad", Map.of()))).isEmpty();

        assertThat(world.host.remove(BAD)).isTrue();
        assertThat(world.host.add(InstanceConfig.of("bad", "bad", Map.of()))).isEmpty();
        world.host.unload("bad");

        assertThat(world.host.plugins()).noneMatch(status -> status.file().equals("bad.jar"));
        assertThat(world.host.instances()).noneMatch(status -> status.id().equals(BAD));
        assertThat(LoadTest.openFiles()).noneMatch(name -> name.endsWith("bad.jar"));
        assertThatTheGoodOneStillRuns();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSoundOneOfEachKindRuns(PluginKind kind) throws Exception {
        world.host.load(List.of(new PluginSource(jar(folder, manifest(kind), BrokenSource.sound(), kind), false)));
        assertThat(world.host.add(InstanceConfig.of("bad", "bad", Map.of()))).isEmpty();
    }

    @Test
    void afterTheJarWasReplacedTheSameNameLoads() throws Exception {
        Path jar = Files.writeString(folder.resolve("bad.jar"), "not a jar");
        world.host.load(List.of(new PluginSource(jar, false)));
        assertThat(status("bad.jar").state()).isEqualTo(PluginStatus.State.FAILED);
        jar(folder, manifest(PluginKind.STORE), BrokenSource.sound(), PluginKind.STORE);
        world.host.load(List.of(new PluginSource(jar, false)));
        assertThat(status("bad.jar").state()).isEqualTo(PluginStatus.State.LOADED);
    }

    private PluginStatus status(String file) {
        return world.host.plugins().stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private void assertThatTheGoodOneStillRuns() throws Exception {
        assertThat(status("test.jar").state()).isEqualTo(PluginStatus.State.LOADED);
        assertThat(good.submit(world.permit(SpiMethod.PROVIDER_SUBMIT), World.spec(), World.key(), World.terms()))
                .isInstanceOf(Submission.Accepted.class);
    }
}
