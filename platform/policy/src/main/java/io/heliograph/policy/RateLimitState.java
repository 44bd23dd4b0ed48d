package io.heliograph.policy;

/**
 * How one limit stands after a request was admitted or refused.
 *
 * @param policy name of the limit
 * @param limit how much fits in a window
 * @param remaining how much is left now
 * @param windowSeconds length of the window
 * @param resetSeconds seconds until the full amount is there again
 */
public record RateLimitState(String policy, long limit, long remaining, long windowSeconds, long resetSeconds) {}
