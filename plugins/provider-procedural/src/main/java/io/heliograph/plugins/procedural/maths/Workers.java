package io.heliograph.plugins.procedural.maths;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Splits a loop over whatever threads the caller lends. Each index is done by one thread alone, so the outcome does not depend on how many there are.
 */
@FunctionalInterface
public interface Workers {
    /** Runs the body for 0 to count - 1 and returns when all have ended; throws the first failure. */
    void each(int count, IntConsumer body);

    /** The calling thread alone. */
    static Workers alone() {
        return (count, body) -> {
            for (int i = 0; i < count; i++) body.accept(i);
        };
    }

    /** The same workers, who look before each piece of work whether to go on; throws CancellationException once they should not. */
    default Workers until(BooleanSupplier cancelled) {
        return (count, body) -> each(count, i -> {
            if (cancelled.getAsBoolean()) throw new CancellationException("cancelled");
            body.accept(i);
        });
    }
}
