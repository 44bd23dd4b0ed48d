package io.heliograph.policy.ratelimit;

import io.heliograph.policy.Purpose;
import io.heliograph.policy.ratelimit.LimitRule.Per;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The limits in force, in the order in which they are tried. */
public record RateLimits(List<LimitRule> rules) {
    /** @throws IllegalArgumentException if two rules bear one name */
    public RateLimits {
        rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        for (LimitRule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("two limits are named " + rule.name());
            }
        }
    }

    /** No limits: for a machine that one person has to themselves, and for measuring. */
    public static RateLimits none() {
        return new RateLimits(List.of());
    }

    /** What a fresh installation does: generous to people, narrow where guessing pays. */
    public static RateLimits defaults() {
        Duration minute = Duration.ofMinutes(1);
        return new RateLimits(List.of(
                LimitRule.requests("sign-in-address", Per.ADDRESS, 30, Duration.ofMinutes(5), Purpose.SIGN_IN),
                LimitRule.requests("sign-up-address", Per.ADDRESS, 20, Duration.ofHours(1), Purpose.SIGN_UP),
                LimitRule.requests("address", Per.ADDRESS, 3_000, minute),
                LimitRule.things("generation", Per.ACCOUNT, 120, minute, Purpose.GENERATION),
                LimitRule.requests("upload", Per.ACCOUNT, 60, minute, Purpose.UPLOAD),
                LimitRule.requests("mail", Per.ADDRESS, 20, Duration.ofHours(1), Purpose.MAIL),
                LimitRule.requests("key", Per.KEY, 1_200, minute)));
    }
}
