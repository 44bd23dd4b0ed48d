package io.heliograph.policy;

import io.heliograph.spi.policy.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a gate answered. */
public sealed interface Decision {
    /** How the rate limits stand; told at ADMIT only. */
    List<RateLimitState> limits();

    /** Go ahead with this permit. */
    record Granted(Permit permit) implements Decision {
        @Override
        public List<RateLimitState> limits() {
            return permit.limits();
        }
    }

    /**
     * No, or not now.
     *
     * @param reason stable word
     * @param retryAfter how long to wait, if waiting helps
     * @param cause for the log, where something failed
     */
    record Refused(
            Gate gate,
            String reason,
            Optional<Duration> retryAfter,
            List<RateLimitState> limits,
            Optional<Throwable> cause)
            implements Decision {
        public Refused {
            limits = List.copyOf(limits);
        }

        /** The refusal as an exception. */
        public PolicyDeniedException toException() {
            return new PolicyDeniedException(gate, reason, retryAfter.orElse(null), limits, cause.orElse(null));
        }
    }
}
