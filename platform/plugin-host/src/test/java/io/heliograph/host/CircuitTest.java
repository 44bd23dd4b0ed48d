package io.heliograph.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.InstanceHealth;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Submission;
import io.heliograph.testkit.host.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor that is away costs its own instance some time, and nobody else anything. */
@Commitment("T3")
class CircuitTest {
    /** A plugin that ends as the prompt says. */
    private static final String BY_PROMPT = """
            switch (s.prompt()) {
              case "away": throw PluginException.nothingHappened(ErrorKind.PROVIDER, "away", "away");
              case "lost": throw PluginException.unknown("lost", "lost");
              case "user": throw PluginException.nothingHappened(ErrorKind.USER, "user", "user");
              case "refused": throw PluginException.nothingHappened(ErrorKind.SAFETY, "refused", "refused");
              case "key": throw PluginException.nothingHappened(ErrorKind.CONFIGURATION, "key", "key");
              case "room": throw PluginException.nothingHappened(ErrorKind.RESOURCES, "room", "room");
              case "wait": throw PluginException.limited("wait", java.time.Duration.ofSeconds(3));
              case "stop": throw PluginException.cancelled();
              case "bug": throw new IllegalStateException("bug");
              default: return new Submission.Accepted(new RemoteJob("j", "1"), java.time.Duration.ofSeconds(1));
            }
            """;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private World world;
    private GuardedProvider provider;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder, clock);
        provider = world.provider(BY_PROMPT);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Submission submit(GuardedProvider to, String prompt) throws PluginException {
        return to.submit(
                world.permit(to.id(), SpiMethod.PROVIDER_SUBMIT),
                new GenerationSpec(
                        "m", prompt, Optional.empty(), Options.of(Map.of()), OptionalLong.empty(), 1, List.of()),
                World.key(),
                World.terms());
    }

    private PluginException failure(String prompt) {
        return catchThrowableOfType(PluginException.class, () -> submit(provider, prompt));
    }

    private void fail(int times, String prompt) {
        for (int i = 0; i < times; i++) {
            assertThat(failure(prompt).code()).isEqualTo(prompt);
        }
    }

    private InstanceHealth.Circuit circuit() {
        return provider.health().circuit();
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "lost"})
    void failuresOfTheVendorOpenItAndThenNothingIsHandedOver(String prompt) {
        fail(4, prompt);
        assertThat(circuit()).isEqualTo(InstanceHealth.Circuit.CLOSED);
        fail(1, prompt);

        int handedOver = world.disclosures.size();
        PluginException resting = failure("fine");

        assertThat(resting.kind()).isEqualTo(ErrorKind.LIMITED);
        assertThat(resting.effect()).isEqualTo(Effect.NONE);
        assertThat(resting.retryAfter()).contains(Duration.ofSeconds(10));
        assertThat(world.disclosures).hasSize(handedOver);
        assertThat(world.host.instances()).singleElement().satisfies(status -> {
            InstanceHealth health = status.health().orElseThrow();
            assertThat(health.circuit()).isEqualTo(InstanceHealth.Circuit.OPEN);
            assertThat(health.state()).isEqualTo(InstanceHealth.State.DOWN);
            assertThat(health.lastFailure()).contains(prompt);
            assertThat(health.restsUntil()).contains(clock.instant().plusSeconds(10));
        });
    }

    @Test
    void afterARestTwoCallsTryAndWhenTheyGoWellItCloses() throws Exception {
        fail(5, "away");
        clock.advance(Duration.ofSeconds(9));
        assertThat(failure("fine").retryAfter()).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));

        assertThat(submit(provider, "fine")).isInstanceOf(Submission.Accepted.class);
        assertThat(circuit()).isEqualTo(InstanceHealth.Circuit.PROBING);
        assertThat(provider.health().state()).isEqualTo(InstanceHealth.State.DEGRADED);
        assertThat(submit(provider, "fine")).isInstanceOf(Submission.Accepted.class);
        assertThat(circuit()).isEqualTo(InstanceHealth.Circuit.CLOSED);
        assertThat(provider.health().state()).isEqualTo(InstanceHealth.State.UP);
        assertThat(provider.health().restsUntil()).isEmpty();
    }

    @Test
    void aVendorThatIsStillAwayIsTriedAfterLongerAndLongerRestsUpToFiveMinutes() throws Exception {
        fail(5, "away");
        for (int seconds : new int[] {10, 20, 40, 80, 160, 300, 300}) {
            assertThat(failure("fine").retryAfter()).contains(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds));
            fail(2, "away");
        }
        clock.advance(Duration.ofMinutes(5));
        assertThat(submit(provider, "fine")).isInstanceOf(Submission.Accepted.class);
        assertThat(submit(provider, "fine")).isInstanceOf(Submission.Accepted.class);
        fail(4, "away");
        assertThat(circuit()).isEqualTo(InstanceHealth.Circuit.CLOSED);
        fail(1, "away");
        assertThat(failure("fine").retryAfter()).contains(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "refused", "key", "room", "wait", "stop", "bug"})
    void whatIsNotTheVendorsFaultNeverOpensIt(String prompt) {
        for (int i = 0; i < 40; i++) {
            assertThat(failure(prompt)).isNotNull();
        }
        assertThat(circuit()).isEqualTo(InstanceHealth.Circuit.CLOSED);
    }

    @Test
    void aProbeThatOnePersonSpoilsIsGivenToTheNext() throws Exception {
        fail(5, "away");
        clock.advance(Duration.ofSeconds(10));
        for (int i = 0; i < 5; i++) {
            assertThat(failure("user").kind()).isEqualTo(ErrorKind.USER);
        }
        assertThat(circuit()).isEqualTo(InstanceHealth.Circuit.PROBING);
        submit(provider, "fine");
        submit(provider, "fine");
        assertThat(circuit()).isEqualTo(InstanceHealth.Circuit.CLOSED);
    }

    @Test
    void fewFailuresAmongManySuccessesLeaveItClosed() throws Exception {
        for (int i = 0; i < 40; i++) {
            submit(provider, "fine");
            submit(provider, "fine");
            fail(1, "away");
        }
        assertThat(circuit()).isEqualTo(InstanceHealth.Circuit.CLOSED);
    }

    @Test
    void anotherInstanceOfTheSamePluginWorksOn() throws Exception {
        assertThat(world.host.add(InstanceConfig.of("two", "test", Map.of()).withLimits(2, 2)))
                .isEmpty();
        GuardedProvider other = world.host.provider(new InstanceId("two")).orElseThrow();
        fail(5, "away");
        assertThat(circuit()).isEqualTo(InstanceHealth.Circuit.OPEN);
        assertThat(submit(other, "fine")).isInstanceOf(Submission.Accepted.class);
        assertThat(other.health().circuit()).isEqualTo(InstanceHealth.Circuit.CLOSED);
    }
}
