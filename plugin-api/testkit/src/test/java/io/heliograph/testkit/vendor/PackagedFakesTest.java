package io.heliograph.testkit.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.spi.Effect;
import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import io.heliograph.spi.http.HttpCall;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobCanceller;
import io.heliograph.spi.provider.JobLookup;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Progress;
import io.heliograph.spi.provider.RemoteErasure;
import io.heliograph.spi.provider.RemoteJob;
import io.heliograph.spi.provider.Submission;
import io.heliograph.testkit.fake.AsyncFakeProvider;
import io.heliograph.testkit.fake.Hook;
import io.heliograph.testkit.host.FakeContext;
import io.heliograph.testkit.host.FakeHost;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed jars hold all they need beside the SPI, and behave as their kind should. */
final class PackagedFakesTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");

    private final FakeHost host = new FakeHost();
    private final FakeContext call = host.call();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        host.close();
    }

    /** Sees the SPI and slf4j of the host, and nothing else of it. */
    private static final class SpiOnly extends ClassLoader {
        SpiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("io.heliograph.spi.") || name.startsWith("org.slf4j.")) {
                return Class.forName(name, false, PackagedFakesTest.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }

    private GenerationProvider load(Path jar, Map<String, Object> settings) throws Exception {
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, new SpiOnly());
        HeliographPlugin plugin =
                ServiceLoader.load(HeliographPlugin.class, loader).findFirst().orElseThrow();
        assertThat(plugin.getClass().getClassLoader()).isSameAs(loader);
        assertThat(loader.getResource("META-INF/heliograph-plugin.yaml")).isNotNull();
        return plugin.providers().getFirst().create(host.instance(settings, null));
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

    @Test
    void aTestStepsIntoTheSynchronousFakeAcrossClassLoaders() throws Exception {
        GenerationProvider provider = load(PackagedFakes.sync(folder), Map.of("credits", 0L));
        AtomicInteger steps = new AtomicInteger();
        try (Hook.Installed hook = Hook.install((key, step) -> {
            steps.incrementAndGet();
            return step.equals("step-2") ? "unknown" : "";
        })) {
            assertThatThrownBy(() -> provider.submit(spec(1), KEY, call))
                    .isInstanceOfSatisfying(
                            PluginException.class, e -> assertThat(e.effect()).isEqualTo(Effect.UNKNOWN));
        }
        assertThat(steps).hasValue(3);
        assertThat(provider.submit(spec(2), KEY, call)).isInstanceOf(Submission.Completed.class);
        assertThat(call.reports()).anyMatch(report -> report.preview().isPresent());
    }

    @Test
    void theAsynchronousFakeGoesAllTheWay() throws Exception {
        try (FakeVendor vendor = new FakeVendor(host.clock())) {
            GenerationProvider provider = async(vendor);
            RemoteJob job = ((Submission.Accepted) provider.submit(spec(2), KEY, call)).job();
            assertThat(provider.poll(job, call)).isInstanceOf(Progress.Running.class);
            Progress.Done done = (Progress.Done) provider.poll(job, call);
            assertThat(done.results().outputs()).hasSize(2);
            Output.Remote first = (Output.Remote) done.results().outputs().getFirst();
            assertThat(host.network()
                            .send(HttpCall.get(first.address(), Map.of()))
                            .body())
                    .startsWith(0x89, 'P', 'N', 'G');
            host.clock().advance(Duration.ofMinutes(11));
            assertThat(host.network()
                            .send(HttpCall.get(first.address(), Map.of()))
                            .status())
                    .isEqualTo(403);
            assertThat(provider.remoteErasure().orElseThrow().erase(job, call)).isEqualTo(RemoteErasure.Outcome.ERASED);
            assertThat(provider.poll(job, call)).isInstanceOf(Progress.Failed.class);
        }
    }

    @Test
    void aLostAnswerIsFoundByKeyAndTheWorkIsDoneOnce() throws Exception {
        try (FakeVendor vendor = new FakeVendor(host.clock())) {
            GenerationProvider provider = async(vendor);
            vendor.loseNextAnswer();
            assertThatThrownBy(() -> provider.submit(spec(1), KEY, call))
                    .isInstanceOfSatisfying(
                            PluginException.class, e -> assertThat(e.effect()).isEqualTo(Effect.UNKNOWN));
            JobLookup lookup = provider.lookup().orElseThrow();
            assertThat(lookup.find(KEY, call)).isInstanceOf(JobLookup.Finding.Found.class);
            assertThat(lookup.find(new IdempotencyKey("other"), call)).isInstanceOf(JobLookup.Finding.Absent.class);
            provider.submit(spec(1), KEY, call);
            assertThat(vendor.jobs()).isEqualTo(1);
            assertThat(vendor.submits(KEY.value())).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aJobIsCancelledWhileItRunsAndAWebhookIsBelievedWhenSigned() throws Exception {
        try (FakeVendor vendor = new FakeVendor(host.clock())) {
            GenerationProvider provider = async(vendor);
            RemoteJob job = ((Submission.Accepted) provider.submit(spec(1), KEY, call)).job();
            byte[] body = vendor.webhookBody(KEY.value());
            String signature = AsyncFakeProvider.sign(body, Secret.of("hush"));
            assertThat(provider.webhook().orElseThrow().verify(Map.of("x-fake-signature", signature), body, call))
                    .contains(job);
            assertThatThrownBy(
                            () -> provider.webhook().orElseThrow().verify(Map.of("x-fake-signature", "00"), body, call))
                    .isInstanceOf(PluginException.class);
            assertThat(provider.canceller().orElseThrow().cancel(job, call)).isEqualTo(JobCanceller.Outcome.CANCELLED);
            assertThat(provider.poll(job, call)).isInstanceOf(Progress.Failed.class);
        }
    }

    private GenerationProvider async(FakeVendor vendor) throws Exception {
        return load(
                PackagedFakes.async(folder),
                Map.of("credits", 0L, "address", vendor.address().toString(), "webhook-secret", Secret.of("hush")));
    }

    @Test
    void theWebSocketFakeDrawsAndSaysWhenTheLineBreaks() throws Exception {
        try (FakeSocketVendor vendor = new FakeSocketVendor()) {
            GenerationProvider provider = load(
                    PackagedFakes.socket(folder),
                    Map.of("credits", 0L, "address", vendor.address().toString()));
            Submission.Completed done = (Submission.Completed) provider.submit(spec(3), KEY, call);
            assertThat(done.results().outputs()).hasSize(3);
            assertThat(call.reports()).isNotEmpty();
            assertThat(vendor.works(KEY.value())).isEqualTo(1);
            vendor.breakOff();
            assertThatThrownBy(() -> provider.submit(spec(1), new IdempotencyKey("key-2"), call))
                    .isInstanceOfSatisfying(
                            PluginException.class, e -> assertThat(e.effect()).isEqualTo(Effect.UNKNOWN));
        }
    }
}
