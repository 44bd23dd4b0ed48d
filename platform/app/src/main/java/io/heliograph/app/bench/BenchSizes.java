package io.heliograph.app.bench;

/**
 * How much is measured.
 *
 * @param seed of everything that is drawn by lot
 * @param restarts how often the service is started again
 * @param idleSeconds how long it is left alone before its memory is read
 * @param connections connections that send at the same time, each a person of its own
 * @param warmUpSeconds load before anything counts
 * @param loadSeconds load that counts
 * @param assets pictures in the library that pages are read from
 * @param pictures pictures that are waited for, one after another
 * @param clips clips that are waited for
 */
public record BenchSizes(
        long seed,
        int restarts,
        int idleSeconds,
        int connections,
        int warmUpSeconds,
        int loadSeconds,
        int assets,
        int pictures,
        int clips) {
    /** The sizes that the published figures are for. */
    public static BenchSizes full(long seed) {
        return new BenchSizes(seed, 7, 30, 32, 12, 10, 100_000, 20, 3);
    }

    /** A look whether everything runs, in about a minute; its figures say nothing. */
    public static BenchSizes tiny(long seed) {
        return new BenchSizes(seed, 1, 0, 2, 0, 1, 300, 1, 1);
    }
}
