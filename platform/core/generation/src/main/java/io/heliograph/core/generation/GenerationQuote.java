package io.heliograph.core.generation;

import io.heliograph.kernel.DataCategory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Price, time, destination and keeping of a generation before it is made.
 *
 * @param credits for everything
 * @param affordable whether the person has that many now
 * @param estimatedSeconds from now to the result, the queue included
 * @param options as they would be used, defaults filled in
 * @param categories what the engine would get
 * @param keptUntil when a result made now would be deleted; empty: until its owner deletes it
 */
public record GenerationQuote(
        ModelId model,
        long credits,
        long creditsEach,
        boolean affordable,
        double estimatedSeconds,
        EngineView engine,
        Map<String, Object> options,
        Set<DataCategory> categories,
        Optional<Instant> keptUntil) {
    public GenerationQuote {
        options = Map.copyOf(options);
        categories = Set.copyOf(categories);
    }
}
