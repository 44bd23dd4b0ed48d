package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.host.bytes.FileSpoolRoom;
import io.heliograph.host.bytes.JobSpool;
import io.heliograph.host.bytes.SpoolFile;
import io.heliograph.host.bytes.SpoolKey;
import io.heliograph.host.config.HostPort;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.Need;
import io.heliograph.host.egress.EgressRefusal;
import io.heliograph.host.egress.HostResolver;
import io.heliograph.host.egress.TlsTrust;
import io.heliograph.host.egress.VertxEgress;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.host.load.PluginSource;
import io.heliograph.kernel.Commitment;
import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.Secret;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobCanceller;
import io.heliograph.spi.provider.JobLookup;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.RemoteErasure;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Submission;
import io.heliograph.testkit.fake.AsyncFakeProvider;
import io.heliograph.testkit.host.SettableClock;
import io.heliograph.testkit.vendor.FakeSocketVendor;
import io.heliograph.testkit.vendor.FakeVendor;
import io.heliograph.testkit.vendor.PackagedFakes;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three packaged fakes, loaded as jars and driven through guards and egress to their vendors and back. */
class FakesTest {
    private static final Map<String, Set<Need>> GRANTS = Map.of(
            "fake-sync", Set.of(Need.ENVIRONMENT),
            "fake-async", Set.of(Need.ENVIRONMENT),
            "fake-socket", Set.of(Need.ENVIRONMENT));
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final List<EgressRefusal> refusals = new CopyOnWriteArrayList<>();
    private final List<ProgressReport> reports = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private final SpoolKey key = SpoolKey.create(new SecureRandom());
    private FileSpoolRoom room;
    private World world;

    @BeforeEach
    void open() throws IOException {
        room = new FileSpoolRoom(folder.resolve("spool"));
        world = world(GRANTS);
    }

    @AfterEach
    void close() {
        world.close();
        vertx.close().await();
    }

    private World world(Map<String, Set<Need>> grants) {
        return new World(
                folder,
                new VertxEgress(vertx, HostResolver.system(), refusals::add, TlsTrust.system(), clock),
                clock,
                grants);
    }

    private GuardedProvider start(Path jar, Map<String, Object> settings, URI... engines) {
        world.host.load(List.of(new PluginSource(jar, false)));
        String plugin = String.valueOf(jar.getFileName()).replace(".jar", "");
        Set<HostPort> local = Set.copyOf(java.util.Arrays.stream(engines)
                .map(engine -> new HostPort(engine.getHost(), engine.getPort()))
                .toList());
        return world.start(InstanceConfig.of("one", plugin, settings).withLocalHosts(local));
    }

    private JobSpool spool() {
        return new JobSpool(room, key, 1 << 20, 8);
    }

    private static GenerationSpec spec(int count) {
        return new GenerationSpec(
                "fake-picture",
                "a square",
                Optional.empty(),
                Options.of(Map.of("side", 16L, "steps", 2L)),
                OptionalLong.empty(),
                count,
                List.of());
    }

    private Submission submit(GuardedProvider provider, JobSpool spool, String key, int count) throws PluginException {
        return provider.submit(
                world.permit(SpiMethod.PROVIDER_SUBMIT),
                spec(count),
                new IdempotencyKey(key),
                World.terms().withSpool(spool).withProgress(reports::add));
    }

    private byte[] bytes(SpoolFile file) throws IOException, PluginException {
        return room.open(key, file).readAll(1 << 20);
    }

    @Test
    void withoutTheGrantOfWhatItsBytecodeNeedsAFakeIsNotLoaded() throws Exception {
        try (World strict = world(Map.of())) {
            for (Path jar : PackagedFakes.all(folder)) {
                strict.host.load(List.of(new PluginSource(jar, false)));
            }
            assertThat(strict.host.plugins()).hasSize(3).allSatisfy(status -> {
                assertThat(status.state()).isEqualTo(PluginStatus.State.FAILED);
                assertThat(status.sentence()).contains("needs environment, which nobody granted");
                assertThat(status.remedy()).contains("grant these needs");
            });
        }
        world.host.load(PackagedFakes.all(folder).stream()
                .map(jar -> new PluginSource(jar, false))
                .toList());
        assertThat(world.host.plugins())
                .hasSize(3)
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(PluginStatus.State.LOADED));
    }

    @Test
    void theSynchronousFakeShowsPreviewsAndLeavesItsResultsInTheSpool() throws Exception {
        GuardedProvider provider = start(PackagedFakes.sync(folder), Map.of("credits", 3L));
        assertThat(provider.models(world.permit(SpiMethod.PROVIDER_MODELS), World.terms()))
                .singleElement()
                .satisfies(card -> assertThat(card.previews()).isTrue());
        QuoteRequest request = new QuoteRequest("fake-picture", spec(2).options(), 2, Set.of());
        assertThat(provider.quote(world.permit(SpiMethod.PROVIDER_QUOTE), request, World.terms())
                        .count())
                .isEqualTo(2);
        JobSpool spool = spool();

        Submission answer = submit(provider, spool, "key-1", 2);

        assertThat(((Submission.Completed) answer).results().outputs()).hasSize(2);
        assertThat(spool.files()).hasSize(2);
        assertThat(bytes(spool.files().getFirst())).startsWith(PNG);
        assertThat(reports).anyMatch(report -> report.preview().isPresent());
        assertThat(world.disclosures).hasSize(3).allSatisfy(one -> {
            assertThat(one.hosts()).isEmpty();
            assertThat(one.recipients()).isEmpty();
        });
    }

    @Test
    void theAsynchronousFakeIsPolledAndTheHostFetchesItsResultsBeforeTheyExpire() throws Exception {
        try (FakeVendor vendor = new FakeVendor(clock)) {
            GuardedProvider provider = async(vendor);
            RemoteJob job = ((Submission.Accepted) submit(provider, spool(), "key-1", 2)).job();
            assertThat(poll(provider, job)).isInstanceOf(Progress.Running.class);
            Output.Remote first = results(provider, job).getFirst();
            JobSpool spool = spool();
            SpoolFile file = provider.download(
                    world.permit(SpiMethod.PROVIDER_DOWNLOAD),
                    first,
                    World.terms().withSpool(spool));
            assertThat(bytes(file)).startsWith(PNG);

            clock.advance(Duration.ofMinutes(11));
            PluginException late = catchThrowableOfType(
                    PluginException.class,
                    () -> provider.download(
                            world.permit(SpiMethod.PROVIDER_DOWNLOAD),
                            first,
                            World.terms().withSpool(spool)));
            assertThat(late.code()).isEqualTo("result-gone");
            assertThat(spool.files()).containsExactly(file);
            Output.Remote fresh = results(provider, job).getFirst();
            assertThat(bytes(provider.download(
                            world.permit(SpiMethod.PROVIDER_DOWNLOAD),
                            fresh,
                            World.terms().withSpool(spool))))
                    .startsWith(PNG);
            assertThat(vendor.jobs()).isEqualTo(1);
            assertThat(provider.isLocal()).isTrue();
            assertThat(provider.isInProcess()).isFalse();
            assertThat(world.disclosures)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.hosts()).isEmpty());
        }
    }

    @Test
    void theAsynchronousFakeIsFoundByKeyToldByWebhookCancelledAndErased() throws Exception {
        try (FakeVendor vendor = new FakeVendor(clock)) {
            GuardedProvider provider = async(vendor);
            vendor.loseNextAnswer();
            PluginException lost =
                    catchThrowableOfType(PluginException.class, () -> submit(provider, spool(), "key-1", 1));
            assertThat(lost.effect()).isEqualTo(Effect.UNKNOWN);
            JobLookup.Finding finding = provider.lookup()
                    .orElseThrow()
                    .find(world.permit(SpiMethod.LOOKUP_FIND), new IdempotencyKey("key-1"), World.terms());
            RemoteJob job = ((JobLookup.Finding.Found) finding).job();

            byte[] body = vendor.webhookBody("key-1");
            assertThat(verify(provider, AsyncFakeProvider.sign(body, Secret.of("hush")), body))
                    .contains(job);
            assertThat(catchThrowableOfType(PluginException.class, () -> verify(provider, "00", body))
                            .kind())
                    .isEqualTo(ErrorKind.USER);

            assertThat(provider.canceller()
                            .orElseThrow()
                            .cancel(world.permit(SpiMethod.CANCELLER_CANCEL), job, World.terms()))
                    .isEqualTo(JobCanceller.Outcome.CANCELLED);
            assertThat(poll(provider, job)).isInstanceOf(Progress.Failed.class);
            assertThat(provider.remoteErasure()
                            .orElseThrow()
                            .erase(world.permit(SpiMethod.REMOTE_ERASURE_ERASE), job, World.terms()))
                    .isEqualTo(RemoteErasure.Outcome.ERASED);
            assertThat(vendor.jobs()).isZero();
        }
    }

    private GuardedProvider async(FakeVendor vendor) throws IOException {
        return start(PackagedFakes.async(folder), asyncSettings(vendor), vendor.address());
    }

    private static Map<String, Object> asyncSettings(FakeVendor vendor) {
        return Map.of("address", vendor.address().toString(), "webhook-secret", Secret.of("hush"));
    }

    private Progress poll(GuardedProvider provider, RemoteJob job) throws PluginException {
        return provider.poll(
                world.permit(SpiMethod.PROVIDER_POLL), job, World.terms().withSpool(spool()));
    }

    private List<Output.Remote> results(GuardedProvider provider, RemoteJob job) throws PluginException {
        return ((Progress.Done) poll(provider, job))
                .results().outputs().stream().map(Output.Remote.class::cast).toList();
    }

    private Optional<RemoteJob> verify(GuardedProvider provider, String signature, byte[] body) throws PluginException {
        return provider.webhook()
                .orElseThrow()
                .verify(
                        world.permit(SpiMethod.WEBHOOK_VERIFY),
                        Map.of("x-fake-signature", signature),
                        body,
                        World.terms());
    }

    @Test
    void theWebSocketFakeDrawsAndABrokenLineIsUnknown() throws Exception {
        try (FakeSocketVendor vendor = new FakeSocketVendor()) {
            GuardedProvider provider = start(
                    PackagedFakes.socket(folder),
                    Map.of("address", vendor.address().toString()),
                    vendor.address());
            JobSpool spool = spool();
            assertThat(submit(provider, spool, "key-1", 3)).isInstanceOf(Submission.Completed.class);
            assertThat(spool.files()).hasSize(3);
            assertThat(bytes(spool.files().getLast())).startsWith(PNG);
            assertThat(reports).isNotEmpty();
            assertThat(vendor.works("key-1")).isEqualTo(1);

            vendor.breakOff();
            JobSpool broken = spool();
            assertThat(catchThrowableOfType(PluginException.class, () -> submit(provider, broken, "key-2", 2))
                            .effect())
                    .isEqualTo(Effect.UNKNOWN);
        }
    }

    @Test
    @Commitment("T2")
    void aHostThatNobodyAllowedIsRefusedReportedAndNeverMet() throws Exception {
        try (FakeVendor vendor = new FakeVendor(clock)) {
            GuardedProvider provider = start(PackagedFakes.async(folder), asyncSettings(vendor));
            PluginException refused =
                    catchThrowableOfType(PluginException.class, () -> submit(provider, spool(), "key-1", 1));
            assertThat(refused.code()).isEqualTo("egress-refused");
            assertThat(refused.effect()).isEqualTo(Effect.NONE);
            Output.Remote elsewhere = new Output.Remote(
                    URI.create("https://elsewhere.example/x.png"), Map.of(), Optional.empty(), OptionalLong.empty());
            assertThat(catchThrowableOfType(
                                    PluginException.class,
                                    () -> provider.download(
                                            world.permit(SpiMethod.PROVIDER_DOWNLOAD),
                                            elsewhere,
                                            World.terms().withSpool(spool())))
                            .code())
                    .isEqualTo("egress-refused");

            assertThat(provider.isLocal()).isFalse();
            assertThat(world.disclosures)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.hosts()).containsExactly("setting:address"));
            assertThat(refusals).extracting(EgressRefusal::reason).containsExactly("not-encrypted", "undeclared-host");
            assertThat(world.host.instances())
                    .singleElement()
                    .satisfies(status -> assertThat(status.refusedConnections()).isEqualTo(2));
            assertThat(vendor.jobs()).isZero();
        }
    }
}
