package io.heliograph.policy;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.spi.policy.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A gate said no, or not now. */
public final class PolicyDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Set<String> LOOKS_MISSING =
            Set.of(Reasons.NOT_OWNER, Reasons.NOT_VISIBLE, Reasons.UNKNOWN_OBJECT, Reasons.REVOKED);
    private static final Duration RECORD_PAUSE = Duration.ofSeconds(2);

    private final Gate gate;
    private final String reason;
    private final @Nullable Duration retryAfter;
    private final transient List<RateLimitState> limits;

    PolicyDeniedException(
            Gate gate,
            String reason,
            @Nullable Duration retryAfter,
            List<RateLimitState> limits,
            @Nullable Throwable cause) {
        super(gate + " denied: " + reason, cause);
        this.gate = gate;
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.limits = List.copyOf(limits);
    }

    /** The gate that answered. */
    public Gate gate() {
        return gate;
    }

    /** Stable word of {@link Reasons}, of a module or of an operator's rule. */
    public String reason() {
        return reason;
    }

    /** How long to wait, if waiting helps. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** How the limits stand, for the answer's headers; empty at gates other than ADMIT. */
    public List<RateLimitState> limits() {
        return limits;
    }

    /**
     * The refusal as a caller may see it. At REVEAL everything is "not found", so that a missing thing and a foreign one
     * look alike; so is a foreign thing at any gate.
     */
    public ProblemException toProblem() {
        return problem().causedBy(this);
    }

    private ProblemException problem() {
        if (reason.equals(Reasons.RECORD_UNAVAILABLE)) {
            return ProblemException.retryAfter(ProblemType.UNAVAILABLE, RECORD_PAUSE);
        }
        if (gate == Gate.REVEAL || LOOKS_MISSING.contains(reason)) {
            return ProblemException.of(ProblemType.NOT_FOUND);
        }
        if (retryAfter != null) {
            return ProblemException.retryAfter(ProblemType.TOO_MANY_REQUESTS, retryAfter);
        }
        return ProblemException.of(ProblemType.POLICY_DENIED, Map.of("reason", reason));
    }
}
