package io.heliograph.core.generation;

import io.heliograph.policy.RateLimitState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The gates that a wish passes on its way in. Each throws {@link io.heliograph.policy.PolicyDeniedException} for no. */
interface Gates {
    /** ADMIT. */
    List<RateLimitState> admit(Viewer viewer, Wish wish);

    /** STORE for the record of the wish itself: until when it may be kept; empty for as long as the account. */
    Optional<Instant> keepWish(Viewer viewer, String plan);

    /** STORE for a result, asked beforehand: until when it would be kept. */
    Optional<Instant> keepResult(Viewer viewer, String plan);

    /** What the rules may know of a wish. */
    record Wish(ModelId model, ResultKind kind, int count, int promptChars, long credits, String plan) {}
}
