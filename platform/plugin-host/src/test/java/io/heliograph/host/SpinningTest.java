package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.guard.CancelSource;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.host.load.PluginSource;
import io.heliograph.kernel.Commitment;
import io.heliograph.policy.Permit;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As many spinning plugin calls as cores: they have platform threads of their own, so what waits on virtual threads still
 * gets its turn, as health and every request do, and what renews leases keeps its beat.
 */
@Commitment("T3")
class SpinningTest {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long ANSWER_MILLIS = 200;
    private static final long BEAT_MILLIS = 100;
    private static final long LEASE_MILLIS = 3_000;
    private static final int QUESTIONS = 21;
    private static final String SPIN =
            "if (Thread.currentThread().isVirtual()) throw new IllegalStateException(\"a virtual thread\");"
                    + "c.report(ProgressReport.of(0.5));"
                    + "long x = 0; while (!c.cancellation().isCancelled()) { x++; } throw PluginException.cancelled();";

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

    @Test
    void healthAnswersAndNoLeaseIsLost() throws Exception {
        world.host.load(List.of(new PluginSource(
                TestPlugins.jar(folder, "test.jar", TestPlugins.manifest("test", ""), TestPlugins.provider(SPIN)),
                false)));
        GuardedProvider provider =
                world.start(InstanceConfig.of("one", "test", Map.of()).withLimits(CORES, 0));
        CancelSource cancel = new CancelSource();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
                ScheduledExecutorService leases = Executors.newSingleThreadScheduledExecutor()) {
            List<CompletableFuture<PluginException>> spinning = spin(provider, cancel, requests);
            AtomicLong renewed = new AtomicLong(System.nanoTime());
            AtomicLong longestGap = new AtomicLong();
            var _ = leases.scheduleAtFixedRate(
                    () -> {
                        long now = System.nanoTime();
                        long gap = now - renewed.getAndSet(now);
                        longestGap.accumulateAndGet(gap, Math::max);
                    },
                    0,
                    BEAT_MILLIS,
                    TimeUnit.MILLISECONDS);

            long[] answers = new long[QUESTIONS];
            for (int i = 0; i < QUESTIONS; i++) {
                long asked = System.nanoTime();
                CompletableFuture.runAsync(() -> {}, requests).get(LEASE_MILLIS, TimeUnit.MILLISECONDS);
                answers[i] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
            }

            // The middle one: a single slow turn is the machine's, not ours.
            java.util.Arrays.sort(answers);
            assertThat(answers[QUESTIONS / 2]).isLessThan(ANSWER_MILLIS);
            assertThat(provider.health().running()).isEqualTo(CORES);
            assertThat(full(provider).kind()).isEqualTo(ErrorKind.LIMITED);
            assertThat(TimeUnit.NANOSECONDS.toMillis(longestGap.get())).isLessThan(LEASE_MILLIS);
            cancel.cancel();
            for (CompletableFuture<PluginException> one : spinning) {
                assertThat(one.get(LEASE_MILLIS, TimeUnit.MILLISECONDS).kind()).isEqualTo(ErrorKind.CANCELLED);
            }
        } finally {
            cancel.cancel();
        }
    }

    /** Begins as many calls as cores and waits until each of them spins. */
    private List<CompletableFuture<PluginException>> spin(
            GuardedProvider provider, CancelSource cancel, ExecutorService requests) throws Exception {
        List<CompletableFuture<PluginException>> all = new java.util.ArrayList<>();
        for (int i = 0; i < CORES; i++) {
            CompletableFuture<Boolean> begun = new CompletableFuture<>();
            Permit permit = world.permit(SpiMethod.PROVIDER_SUBMIT);
            all.add(CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(
                            PluginException.class,
                            () -> provider.submit(
                                    permit,
                                    World.spec(),
                                    World.key(),
                                    World.terms().withCancel(cancel).withProgress(_ -> begun.complete(true)))),
                    requests));
            begun.get(LEASE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return all;
    }

    private PluginException full(GuardedProvider provider) {
        return catchThrowableOfType(
                PluginException.class,
                () -> provider.submit(
                        world.permit(SpiMethod.PROVIDER_SUBMIT), World.spec(), World.key(), World.terms()));
    }
}
