package io.heliograph.core.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * How long each model took lately, from its start to a result that is kept. Measured in this process, so a process that has
 * made nothing yet, or never works, goes by what the model's card says. Safe for many threads.
 */
final class Pace {
    private static final int REMEMBERED = 25;
    private static final int MODELS = 1_000;

    private final Cache<ModelId, Deque<Double>> lately =
            Caffeine.newBuilder().maximumSize(MODELS).build();

    /** Notes that a job of {@code model} took so long. */
    void took(ModelId model, Duration work) {
        Deque<Double> times = lately.get(model, _ -> new ArrayDeque<>());
        synchronized (times) {
            times.addLast(Math.max(0, work.toMillis() / 1000.0));
            if (times.size() > REMEMBERED) {
                times.removeFirst();
            }
        }
    }

    /** The median of the last jobs, in seconds; empty where none was measured. */
    OptionalDouble seconds(ModelId model) {
        Deque<Double> times = lately.getIfPresent(model);
        if (times == null) {
            return OptionalDouble.empty();
        }
        double[] sorted;
        synchronized (times) {
            sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /**
     * Seconds until a waiting job starts: jobs before it and those at work leave one by one, {@code concurrency} at a time.
     *
     * @param place 1 is next
     * @param typicalSeconds of one job, where nothing was measured
     */
    double startsInSeconds(ModelId model, int place, int concurrency, double typicalSeconds) {
        return seconds(model).orElse(typicalSeconds) * place / Math.max(1, concurrency);
    }
}
