package io.heliograph.core.generation;

import io.heliograph.policy.RateLimitState;
import java.util.List;

/**
 * Answer to a submit.
 *
 * @param repeated whether the same wish had been accepted before under this key
 * @param limits how the rate limits stand, for the answer's headers
 */
public record Accepted(GenerationView generation, boolean repeated, List<RateLimitState> limits) {
    public Accepted {
        limits = List.copyOf(limits);
    }
}
