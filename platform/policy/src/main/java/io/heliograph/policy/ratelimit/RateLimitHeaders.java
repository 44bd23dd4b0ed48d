package io.heliograph.policy.ratelimit;

import io.heliograph.policy.RateLimitState;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The header fields of draft-ietf-httpapi-ratelimit-headers: a list of named policies with quota {@code q} and window
 * {@code w}, and a list of their states with what remains {@code r} and the seconds {@code t} until it is full again.
 */
public final class RateLimitHeaders {
    /** Name of the field with the states. */
    public static final String STATE = "RateLimit";
    /** Name of the field with the policies. */
    public static final String POLICY = "RateLimit-Policy";

    private RateLimitHeaders() {}

    /** Value of {@link #POLICY}; empty text if no limit applied, and then the field is left out. */
    public static String policy(List<RateLimitState> limits) {
        return limits.stream()
                .map(one -> "\"" + one.policy() + "\";q=" + one.limit() + ";w=" + one.windowSeconds())
                .collect(Collectors.joining(", "));
    }

    /** Value of {@link #STATE}; empty text if no limit applied, and then the field is left out. */
    public static String state(List<RateLimitState> limits) {
        return limits.stream()
                .map(one -> "\"" + one.policy() + "\";r=" + one.remaining() + ";t=" + one.resetSeconds())
                .collect(Collectors.joining(", "));
    }
}
