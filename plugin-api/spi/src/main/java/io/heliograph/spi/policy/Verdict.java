package io.heliograph.spi.policy;

import java.time.Duration;
import java.util.List;

/** A module's answer. Whatever is not an answer (nothing, a failure, silence) counts as {@link Deny}. */
public sealed interface Verdict {
    /** Nothing against it, as long as the host does this much. */
    record Allow(List<Obligation> obligations) implements Verdict {
        public Allow {
            obligations = List.copyOf(obligations);
        }
    }

    /**
     * No.
     *
     * @param reason stable word that has a message, such as {@code not-owner}
     */
    record Deny(String reason) implements Verdict {}

    /** Not now. */
    record RetryAfter(Duration after, String reason) implements Verdict {}

    /** Nothing against it. */
    static Verdict allow() {
        return new Allow(List.of());
    }

    /** Nothing against it, with duties. */
    static Verdict allow(Obligation... obligations) {
        return new Allow(List.of(obligations));
    }

    /** No, for this reason. */
    static Verdict deny(String reason) {
        return new Deny(reason);
    }
}
