package io.heliograph.policy;

import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.policy.Verdict;
import java.util.List;

/** A built-in module's answer, with how its limits stand. */
public record Ruling(Verdict verdict, List<RateLimitState> limits) {
    public Ruling {
        limits = List.copyOf(limits);
    }

    /** An answer without limits. */
    public static Ruling of(Verdict verdict) {
        return new Ruling(verdict, List.of());
    }

    /** Nothing against it, with these duties. */
    public static Ruling allow(Obligation... obligations) {
        return of(Verdict.allow(obligations));
    }

    /** No, for this reason. */
    public static Ruling deny(String reason) {
        return of(Verdict.deny(reason));
    }
}
