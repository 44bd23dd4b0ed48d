package io.heliograph.host.guard;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts how calls end. */
final class HealthCounter {
    private final InstantSource clock;
    private int stuck;
    private int failuresInRow;
    private @Nullable String lastFailure;
    private @Nullable Instant lastFailureAt;
    private @Nullable Instant lastSuccessAt;

    HealthCounter(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void succeeded() {
        failuresInRow = 0;
        lastSuccessAt = clock.instant();
    }

    /** What a person asked wrongly says nothing about the instance. */
    synchronized void failed(PluginException failure) {
        if (failure.kind() == ErrorKind.USER
                || failure.kind() == ErrorKind.SAFETY
                || failure.kind() == ErrorKind.CANCELLED) {
            return;
        }
        failuresInRow++;
        lastFailure = failure.code();
        lastFailureAt = clock.instant();
    }

    synchronized void stuck() {
        stuck++;
    }

    synchronized void unstuck() {
        stuck--;
    }

    synchronized InstanceHealth health(InstancePool pool, Circuit circuit) {
        return new InstanceHealth(
                pool.running(),
                pool.waiting(),
                pool.concurrency(),
                stuck,
                failuresInRow,
                Optional.ofNullable(lastFailure),
                Optional.ofNullable(lastFailureAt),
                Optional.ofNullable(lastSuccessAt),
                circuit.state(),
                circuit.restsUntil());
    }
}
