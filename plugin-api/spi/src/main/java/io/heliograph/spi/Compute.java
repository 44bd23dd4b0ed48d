package io.heliograph.spi;

import java.util.function.IntConsumer;

/** The host's shared pool for calculation: as many threads as cores, with a queue. */
public interface Compute {
    /** How many tasks can run at the same moment. */
    int parallelism();

    /**
     * Runs {@code task} for every index from 0 to {@code count - 1} and returns when all have ended. Which thread runs
     * which index is not defined; the caller's thread may take part.
     *
     * @throws RuntimeException the first failure of a task, after the others have ended or been given up
     */
    void forEach(int count, IntConsumer task);
}
