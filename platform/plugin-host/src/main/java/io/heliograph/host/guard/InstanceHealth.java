package io.heliograph.host.guard;

import java.time.Instant;
import java.util.Optional;

/**
 * How an instance fares.
 *
 * @param running calls on its threads now, given-up ones included
 * @param waiting calls that wait for a thread
 * @param concurrency most calls at once
 * @param stuck calls that were given up and still run
 * @param failuresInRow failures that were the provider's or ours since the last success
 * @param lastFailure stable code of the last such failure
 * @param circuit whether calls reach it
 * @param restsUntil while the circuit is open: when the next call may try
 */
public record InstanceHealth(
        int running,
        int waiting,
        int concurrency,
        int stuck,
        int failuresInRow,
        Optional<String> lastFailure,
        Optional<Instant> lastFailureAt,
        Optional<Instant> lastSuccessAt,
        Circuit circuit,
        Optional<Instant> restsUntil) {
    private static final int DOWN_AFTER = 5;

    /** In one word. */
    public State state() {
        if (stuck >= concurrency || circuit == Circuit.OPEN || failuresInRow >= DOWN_AFTER) {
            return State.DOWN;
        }
        return stuck > 0 || failuresInRow > 0 || circuit == Circuit.PROBING ? State.DEGRADED : State.UP;
    }

    /** How it fares, in one word. */
    public enum State {
        UP,
        DEGRADED,
        DOWN
    }

    /** Whether calls reach an instance. */
    public enum Circuit {
        /** All do. */
        CLOSED,
        /** None does: its vendor is away. */
        OPEN,
        /** A few do, to see whether the vendor is back. */
        PROBING
    }
}
