package io.heliograph.policy.ratelimit;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.Judge;
import io.heliograph.policy.RateLimitState;
import io.heliograph.policy.Reasons;
import io.heliograph.policy.Ruling;
import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Limits on what enters and on what plugins are called for. All limits that fit a question must have room; if one has
 * not, nothing is taken from the others. Somebody unknown without an address is refused, for nothing could be counted.
 *
 * <p>The limits are one snapshot: {@link #reload} replaces them, and a question is judged by one snapshot.
 */
@Commitment("U2")
public final class RateLimitModule implements Judge {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Buckets buckets;
    private volatile RateLimits limits;

    /** Limits on these buckets. */
    public RateLimitModule(Buckets buckets, RateLimits limits) {
        this.buckets = buckets;
        this.limits = limits;
    }

    /** Puts other limits into force. Buckets of unchanged limits keep what they hold. */
    public void reload(RateLimits newLimits) {
        limits = newLimits;
    }

    /** The limits in force. */
    public RateLimits limits() {
        return limits;
    }

    @Override
    public String name() {
        return "rate-limits";
    }

    @Override
    public Set<Gate> gates() {
        return EnumSet.of(Gate.ADMIT, Gate.DISCLOSE);
    }

    @Override
    public boolean consumes() {
        return true;
    }

    @Override
    public Ruling judge(GateRequest request) {
        if (request.gate() == Gate.ADMIT
                && request.actor() instanceof Actor.Anonymous
                && Facts.ADDRESS.in(request).isEmpty()) {
            return Ruling.deny(Reasons.FACT_MISSING);
        }
        List<Taken> taken = new ArrayList<>();
        List<RateLimitState> states = new ArrayList<>();
        for (LimitRule rule : limits.rules()) {
            Optional<String> who = fits(rule, request) ? who(rule, request) : Optional.empty();
            if (who.isEmpty()) {
                continue;
            }
            long tokens = rule.weighted() ? Math.clamp(Facts.COUNT.in(request).orElse(1L), 1L, rule.capacity()) : 1L;
            Buckets.Take take = buckets.take(rule, who.get(), tokens);
            RateLimitState state = state(rule, take);
            if (!take.taken()) {
                taken.forEach(one -> buckets.giveBack(one.rule(), one.who(), one.tokens()));
                Duration wait = Duration.ofSeconds(Math.max(1, ceilSeconds(take.waitNanos())));
                return new Ruling(new Verdict.RetryAfter(wait, Reasons.RATE_LIMITED), List.of(state));
            }
            taken.add(new Taken(rule, who.get(), tokens));
            states.add(state);
        }
        return new Ruling(Verdict.allow(), states);
    }

    private static boolean fits(LimitRule rule, GateRequest request) {
        return rule.gate() == request.gate()
                && (rule.purposes().isEmpty() || rule.purposes().contains(request.purpose()));
    }

    private static Optional<String> who(LimitRule rule, GateRequest request) {
        return switch (rule.per()) {
            case ADDRESS -> Facts.ADDRESS.in(request).map(Addresses::network);
            case ACCOUNT -> request.actor().principal().or(request::owner).map(PrincipalId::toString);
            case KEY -> Facts.API_KEY.in(request).filter(key -> !key.isEmpty());
            case MODEL -> Facts.MODEL.in(request);
            case INSTANCE -> request.instance().map(Object::toString).or(() -> Facts.INSTANCE.in(request));
        };
    }

    private static RateLimitState state(LimitRule rule, Buckets.Take take) {
        return new RateLimitState(
                rule.name(),
                rule.capacity(),
                take.remaining(),
                rule.window().toSeconds(),
                ceilSeconds(take.resetNanos()));
    }

    private static long ceilSeconds(long nanos) {
        return Math.ceilDiv(nanos, NANOS_PER_SECOND);
    }

    private record Taken(LimitRule rule, String who, long tokens) {}
}
