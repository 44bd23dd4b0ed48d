package io.heliograph.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.host.InstanceStatus;
import io.heliograph.host.config.ConfigProblem;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.guard.InstanceHealth;
import io.heliograph.host.guard.InstanceHealth.Circuit;
import io.heliograph.kernel.InstanceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstanceViewsTest {
    private static final Instant SOON = Instant.parse("2030-01-01T12:00:10Z");

    private static InstanceStatus view(int stuck, int failures, Circuit circuit) {
        InstanceHealth health = new InstanceHealth(
                1,
                0,
                2,
                stuck,
                failures,
                failures > 0 ? Optional.of("away") : Optional.empty(),
                failures > 0 ? Optional.of(SOON) : Optional.empty(),
                Optional.empty(),
                circuit,
                circuit == Circuit.OPEN ? Optional.of(SOON) : Optional.empty());
        return new InstanceStatus(
                new InstanceId("one"),
                "plugin",
                Optional.of(PluginKind.PROVIDER),
                Optional.of(health),
                List.of(),
                0,
                true);
    }

    @Test
    void aHealthyOneIsReadyAndSaysNothing() {
        InstanceStatus view = view(0, 0, Circuit.CLOSED);
        assertThat(InstanceViews.state(view)).isEqualTo("ready");
        assertThat(InstanceViews.fault(view)).isEmpty();
    }

    @Test
    void anOpenCircuitSaysUntilWhenAndThatItComesBackByItself() {
        InstanceStatus view = view(0, 5, Circuit.OPEN);
        assertThat(InstanceViews.state(view)).isEqualTo("open");
        assertThat(InstanceViews.fault(view)).hasValueSatisfying(fault -> {
            assertThat(fault.what()).contains("away", SOON.toString());
            assertThat(fault.remedy())
                    .hasValueSatisfying(text -> assertThat(text).contains("by itself"));
        });
    }

    @Test
    void aTrialAFailureAndAStuckCallAreFailing() {
        assertThat(InstanceViews.state(view(0, 5, Circuit.PROBING))).isEqualTo("failing");
        assertThat(InstanceViews.state(view(0, 1, Circuit.CLOSED))).isEqualTo("failing");
        assertThat(InstanceViews.fault(view(1, 0, Circuit.CLOSED)))
                .hasValueSatisfying(fault -> assertThat(fault.what()).startsWith("1 of 2"));
    }

    @Test
    void oneThatDoesNotRunSaysWhyAndWhatToDo() {
        InstanceStatus view = new InstanceStatus(
                new InstanceId("one"),
                "plugin",
                Optional.empty(),
                Optional.empty(),
                List.of(new ConfigProblem(3, "instances.one.plugin", "no such plugin.", "Name one.")),
                0,
                false);
        assertThat(InstanceViews.state(view)).isEqualTo("failed");
        assertThat(InstanceViews.fault(view)).hasValueSatisfying(fault -> {
            assertThat(fault.what()).contains("no such plugin");
            assertThat(fault.remedy()).contains("Name one.");
        });
    }
}
