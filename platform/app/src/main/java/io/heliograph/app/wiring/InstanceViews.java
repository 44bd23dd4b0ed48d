package io.heliograph.app.wiring;

import io.heliograph.host.InstanceStatus;
import io.heliograph.host.guard.InstanceHealth;
import io.heliograph.web.port.Operations.Fault;
import java.time.Instant;
import java.util.Optional;

/** How an instance fares, in the words of the contract. */
final class InstanceViews {
    private InstanceViews() {}

    /** {@code failed} does not run, {@code open} runs and gets no calls, {@code failing} gets calls that fail. */
    static String state(InstanceStatus instance) {
        if (instance.health().isEmpty()) {
            return "failed";
        }
        InstanceHealth health = instance.health().get();
        return switch (health.circuit()) {
            case OPEN -> "open";
            case PROBING -> "failing";
            case CLOSED -> health.state() == InstanceHealth.State.UP ? "ready" : "failing";
        };
    }

    /** Why, and what to do; empty where all is well. */
    static Optional<Fault> fault(InstanceStatus instance) {
        Optional<Fault> broken = instance.problems().stream()
                .findFirst()
                .map(problem -> new Fault(problem.key() + ": " + problem.expected(), Optional.of(problem.remedy())));
        return broken.or(() -> instance.health().flatMap(InstanceViews::fault));
    }

    private static Optional<Fault> fault(InstanceHealth health) {
        String last = health.lastFailure().orElse("none");
        if (health.stuck() > 0) {
            return Optional.of(new Fault(
                    health.stuck() + " of " + health.concurrency() + " calls never came back.",
                    Optional.of("Start the service again, and tell the plugin's author.")));
        }
        return switch (health.circuit()) {
            case OPEN ->
                Optional.of(new Fault(
                        "It failed several times (last: " + last + ") and is left in peace until "
                                + health.restsUntil().map(Instant::toString).orElse("soon") + ".",
                        Optional.of("Look whether the other side works. It is tried again by itself; jobs wait.")));
            case PROBING ->
                Optional.of(new Fault(
                        "It failed several times (last: " + last + ") and is being tried.",
                        Optional.of("Nothing: it comes back by itself if the other side works.")));
            case CLOSED ->
                health.failuresInRow() == 0
                        ? Optional.empty()
                        : Optional.of(new Fault(
                                "The last " + health.failuresInRow() + " calls failed (last: " + last + ").",
                                Optional.of("See the log for what it said.")));
        };
    }
}
