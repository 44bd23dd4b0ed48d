package io.heliograph.policy;

import io.heliograph.spi.policy.Gate;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.policy.Verdict;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears all modules on one question and combines their answers. Used by one thread. */
final class Bench {
    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private final Set<Obligation> duties = new LinkedHashSet<>();
    private final List<RateLimitState> limits = new ArrayList<>();
    private @Nullable Instant earliestDeadline;
    private @Nullable String denied;
    private @Nullable Duration longestWait;
    private @Nullable String waitReason;

    /** Takes in one module's answer; an answer that makes no sense is Deny. */
    void hear(String module, Ruling ruling) {
        limits.addAll(ruling.limits());
        switch (ruling.verdict()) {
            case Verdict.Allow allow -> take(module, allow.obligations());
            case Verdict.Deny deny -> deny(orElse(deny.reason(), Reasons.MODULE_SILENT));
            case Verdict.RetryAfter retry -> await(retry);
        }
    }

    private void take(String module, List<Obligation> obligations) {
        for (Obligation duty : obligations) {
            if (duty.kind() != Obligation.Kind.DEADLINE) {
                duties.add(duty);
                continue;
            }
            try {
                Instant until = Instant.parse(duty.parameters().getOrDefault("until", ""));
                earliestDeadline =
                        earliestDeadline == null || until.isBefore(earliestDeadline) ? until : earliestDeadline;
            } catch (DateTimeException malformed) {
                LOG.error("Policy module {} set a deadline that is no instant; denied", module, malformed);
                deny(Reasons.MODULE_FAILED);
            }
        }
    }

    private void await(Verdict.RetryAfter retry) {
        @Nullable Duration after = retry.after();
        if (after == null || after.isNegative()) {
            deny(Reasons.MODULE_FAILED);
        } else if (longestWait == null || after.compareTo(longestWait) > 0) {
            longestWait = after;
            waitReason = orElse(retry.reason(), Reasons.RATE_LIMITED);
        }
    }

    private void deny(String reason) {
        if (denied == null) {
            denied = reason;
        }
    }

    private static String orElse(@Nullable String word, String otherwise) {
        return word == null || word.isBlank() ? otherwise : word;
    }

    /** The refusal, if anybody refused: the first Deny, else the longest wait. */
    Optional<Decision.Refused> refusal(Gate gate) {
        if (denied != null) {
            return Optional.of(new Decision.Refused(gate, denied, Optional.empty(), limits, Optional.empty()));
        }
        if (longestWait != null && waitReason != null) {
            return Optional.of(
                    new Decision.Refused(gate, waitReason, Optional.of(longestWait), limits, Optional.empty()));
        }
        return Optional.empty();
    }

    /** All duties, each once; of several deadlines the earliest. */
    List<Obligation> obligations() {
        List<Obligation> all = new ArrayList<>(duties);
        if (earliestDeadline != null) {
            all.add(Obligation.of(Obligation.Kind.DEADLINE, "until", earliestDeadline.toString()));
        }
        return all;
    }

    List<RateLimitState> limits() {
        return limits;
    }
}
