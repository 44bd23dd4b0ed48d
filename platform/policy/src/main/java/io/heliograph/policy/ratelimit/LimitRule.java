package io.heliograph.policy.ratelimit;

import io.heliograph.policy.Purpose;
import io.heliograph.spi.policy.Gate;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One limit: so much per window for each address, account, key, model or instance. What is taken comes back evenly over
 * the window.
 *
 * @param name stable, shown in the answer's headers; lower-case words joined by hyphens
 * @param gate {@link Gate#ADMIT} for requests, {@link Gate#DISCLOSE} for plugin calls
 * @param per what is counted apart
 * @param purposes which purposes count; empty for all
 * @param capacity how much fits in a window; positive
 * @param window at least a second
 * @param weighted whether a request counts as many things as it asks for, or once
 */
public record LimitRule(
        String name, Gate gate, Per per, Set<Purpose> purposes, long capacity, Duration window, boolean weighted) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    /** What is counted apart. */
    public enum Per {
        ADDRESS,
        ACCOUNT,
        KEY,
        MODEL,
        INSTANCE
    }

    /** @throws IllegalArgumentException if a part is outside its bounds */
    public LimitRule {
        purposes = Set.copyOf(purposes);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("limit name must match " + NAME.pattern());
        }
        if (gate != Gate.ADMIT && gate != Gate.DISCLOSE) {
            throw new IllegalArgumentException("limits stand at ADMIT and DISCLOSE");
        }
        if (capacity < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a limit holds at least one thing in at least a second");
        }
    }

    /** A limit on requests, each counted once. */
    public static LimitRule requests(String name, Per per, long capacity, Duration window, Purpose... purposes) {
        return new LimitRule(name, Gate.ADMIT, per, Set.of(purposes), capacity, window, false);
    }

    /** A limit on what requests ask for: four pictures count four. */
    public static LimitRule things(String name, Per per, long capacity, Duration window, Purpose... purposes) {
        return new LimitRule(name, Gate.ADMIT, per, Set.of(purposes), capacity, window, true);
    }

    /** A limit on plugin calls. */
    public static LimitRule calls(String name, Per per, long capacity, Duration window, Purpose... purposes) {
        return new LimitRule(name, Gate.DISCLOSE, per, Set.of(purposes), capacity, window, false);
    }
}
