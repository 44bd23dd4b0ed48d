package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.host.bytes.FileSpoolRoom;
import io.heliograph.host.bytes.JobSpool;
import io.heliograph.host.bytes.SpoolKey;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.InstanceHealth;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.kernel.Commitment;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.spi.Effect;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.provider.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
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

    private Submission submit(GuardedProvider provider) throws PluginException {
        return provider.submit(world.permit(SpiMethod.PROVIDER_SUBMIT), World.spec(), World.key(), World.terms());
    }

    private PluginException failure(GuardedProvider provider) {
        return catchThrowableOfType(PluginException.class, () -> submit(provider));
    }

    @Test
    @Commitment("T1")
    void aPermitOpensTheOneCallItIsForOnceAndIsRecordedFirst() throws Exception {
        GuardedProvider provider = world.provider(ACCEPT);
        Permit permit = world.permit(SpiMethod.PROVIDER_SUBMIT);
        assertThat(provider.submit(permit, World.spec(), World.key(), World.terms()))
                .isInstanceOf(Submission.Accepted.class);
        assertThat(world.disclosures).singleElement().satisfies(one -> {
            assertThat(one.bytes()).isEqualTo(6);
            assertThat(one.method()).isEqualTo("GenerationProvider.submit");
        });
        assertThatThrownBy(() -> provider.submit(permit, World.spec(), World.key(), World.terms()))
                .isInstanceOf(PolicyDeniedException.class);
        assertThatThrownBy(() -> provider.submit(
                        world.permit(SpiMethod.PROVIDER_POLL), World.spec(), World.key(), World.terms()))
                .isInstanceOf(PolicyDeniedException.class);
        assertThat(world.disclosures).hasSize(1);
    }

    @Test
    @Commitment("T1")
    void nothingIsHandedOverWhenADutyCannotBeCarriedOut() throws Exception {
        GuardedProvider provider = world.provider("throw new IllegalStateException(\"called\");");
        world.recordAway.set(true);
        assertThat(failure(provider).code()).isEqualTo("duty-failed");
        world.recordAway.set(false);
        world.duties.add(Obligation.of(Obligation.Kind.STRIP_METADATA));
        assertThat(failure(provider).code()).isEqualTo("duty-failed");
    }

    @Test
    void insideATransactionNoPluginIsCalled() throws Exception {
        GuardedProvider provider = world.provider(ACCEPT);
        world.inTransaction.set(true);
        assertThatThrownBy(() -> submit(provider)).isInstanceOf(IllegalStateException.class);
        world.inTransaction.set(false);
        assertThat(submit(provider)).isNotNull();
    }

    @Test
    @Commitment("T3")
    void whateverAPluginThrowsBecomesOneKindOfFailureAndTheNextCallWorks() throws Exception {
        GuardedProvider provider = world.provider("""
                switch (n++) {
                  case 0: throw new IllegalStateException("bug");
                  case 1: return deep();
                  case 2: throw new NoClassDefFoundError("gone");
                  case 3: return null;
                  case 4: throw PluginException.unknown("lost", "lost");
                  default: return new Submission.Accepted(new RemoteJob("j", "1"), java.time.Duration.ofSeconds(1));
                }
                }
                int n;
                Submission deep() { return deep2(); }
                Submission deep2() { return deep();
                """);
        assertThat(failure(provider).code()).isEqualTo("plugin-failed");
        assertThat(failure(provider).code()).isEqualTo("plugin-stack-overflow");
        assertThat(failure(provider).code()).isEqualTo("plugin-not-linked");
        assertThat(failure(provider).effect()).isEqualTo(Effect.NONE);
        assertThat(failure(provider).effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(submit(provider)).isNotNull();
        assertThat(provider.health().state()).isEqualTo(InstanceHealth.State.UP);
    }

    @Test
    @Commitment("T3")
    void aSubmitThatNeverAnswersIsGivenUpAndItsEffectIsUnknown() throws Exception {
        GuardedProvider provider = world.provider(
                "long end = System.nanoTime() + 3_000_000_000L; while (System.nanoTime() < end) {} return null;");
        PluginException stuck = catchThrowableOfType(
                PluginException.class,
                () -> provider.submit(
                        world.permit(SpiMethod.PROVIDER_SUBMIT),
                        World.spec(),
                        World.key(),
                        World.terms().withNoProgress(Duration.ofMillis(50))));
        assertThat(stuck.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(provider.health().stuck()).isEqualTo(1);
    }

    @Test
    void aContextIsDeadAfterItsCall() throws Exception {
        GuardedProvider provider = world.provider("""
                if (kept == null) { kept = c; } else { ((CallContext) kept).spool(); }
                """ + ACCEPT);
        assertThat(submit(provider)).isNotNull();
        assertThat(failure(provider).getCause()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Commitment("G3")
    void whenTheGrantIsRevokedTheRunningCallEndsAndNoByteStays() throws Exception {
        GuardedProvider provider = world.provider("""
                try {
                  c.spool().write("text/plain", sink -> {
                    while (true) { sink.write(new byte[] {1}, 0, 1); }
                  });
                } catch (java.io.IOException refused) { throw PluginException.cancelled(); }
                """ + ACCEPT);
        FileSpoolRoom room = new FileSpoolRoom(folder.resolve("spool"));
        JobSpool spool = new JobSpool(room, SpoolKey.create(new SecureRandom()), Long.MAX_VALUE, 1);
        Permit permit = world.permit(SpiMethod.PROVIDER_SUBMIT);
        world.epoch.incrementAndGet();
        assertThatThrownBy(() -> provider.submit(
                        permit, World.spec(), World.key(), World.terms().withSpool(spool)))
                .satisfies(end -> assertThat(end instanceof PluginException || end instanceof PolicyDeniedException)
                        .isTrue());
        assertThat(spool.files()).isEmpty();
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void resultsMustBeOfTheCallAndWhatIsNotNamedIsGone() throws Exception {
        GuardedProvider provider = world.provider("""
                try {
                  SpoolToken lost = c.spool().write("text/plain", sink -> sink.write("lost".getBytes(), 0, 4));
                  SpoolToken mine = c.spool().write("text/plain", sink -> sink.write("mine".getBytes(), 0, 4));
                  SpoolToken named = s.prompt().equals("foreign") ? new SpoolToken("0".repeat(32)) : mine;
                  return new Submission.Completed(new Results(
                      List.of(new Output.Spooled(named, OptionalLong.empty())), List.of()));
                } catch (java.io.IOException full) { throw PluginException.unknown("full", "full"); }
                """);
        FileSpoolRoom room = new FileSpoolRoom(folder.resolve("spool"));
        SpoolKey key = SpoolKey.create(new SecureRandom());
        JobSpool spool = new JobSpool(room, key, 100, 2);
        provider.submit(
                world.permit(SpiMethod.PROVIDER_SUBMIT),
                World.spec(),
                World.key(),
                World.terms().withSpool(spool));
        assertThat(spool.files()).hasSize(1);
        assertThat(room.open(key, spool.files().getFirst()).readAll(100))
                .isEqualTo("mine".getBytes(StandardCharsets.UTF_8));
        SpoolKey other = SpoolKey.create(new SecureRandom());
        assertThatThrownBy(() -> room.open(other, spool.files().getFirst()).readAll(100))
                .isInstanceOf(IOException.class);
    }
}
