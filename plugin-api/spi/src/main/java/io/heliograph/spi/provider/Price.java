package io.heliograph.spi.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Credits for one output: the first rule whose conditions hold counts.
 *
 * @param rules in order; the last should have no condition. A request that no rule fits cannot be quoted.
 */
public record Price(List<Rule> rules) {
    public Price {
        rules = List.copyOf(rules);
    }

    /** Costs nothing. */
    public static Price free() {
        return flat(0);
    }

    /** The same for every output. */
    public static Price flat(long creditsPerOutput) {
        return new Price(List.of(new Rule(Map.of(), creditsPerOutput, Optional.empty())));
    }

    /** Credits of one output with these options; empty if no rule fits. */
    public Optional<Long> creditsPerOutput(Options options) {
        return rules.stream()
                .filter(rule -> rule.fits(options))
                .findFirst()
                .map(rule -> Math.multiplyExact(
                        rule.credits(), rule.times().map(options::number).orElse(1L)));
    }

    /**
     * One rule.
     *
     * @param when option values (text, whole number or switch) that must all be equal
     * @param credits credits for one output, or for each unit of {@code times}; never negative
     * @param times name of a whole-number option that multiplies, such as {@code seconds}
     */
    public record Rule(Map<String, Object> when, long credits, Optional<String> times) {
        public Rule {
            when = Map.copyOf(when);
            if (credits < 0) {
                throw new IllegalArgumentException("a price is not negative");
            }
        }

        private boolean fits(Options options) {
            return when.entrySet().stream()
                    .allMatch(wanted -> options.value(wanted.getKey())
                            .filter(wanted.getValue()::equals)
                            .isPresent());
        }
    }
}
