package io.heliograph.app.config;

import io.heliograph.host.config.NearestKey;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.rules.BadRulesException;
import io.heliograph.policy.rules.OperatorRule;
import io.heliograph.policy.rules.RuleCompiler;
import io.heliograph.policy.rules.RuleProblem;
import io.heliograph.spi.policy.Gate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the operator's rules and judges them as the engine will: names, gates, purposes and the expressions themselves. */
final class RuleCheck {
    /** What stands before a rule's name. */
    static final String PREFIX = "policy.rules.";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");
    private static final Map<String, Gate> GATES = Arrays.stream(Gate.values())
            .collect(Collectors.toUnmodifiableMap(gate -> gate.name().toLowerCase(Locale.ROOT), Function.identity()));
    private static final Map<String, Purpose> PURPOSES =
            Purpose.builtIn().stream().collect(Collectors.toUnmodifiableMap(Purpose::word, Function.identity()));

    private final Configuration configuration;
    private final Map<String, ConfigValue> values;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<OperatorRule> rules = new ArrayList<>();

    RuleCheck(Configuration configuration) {
        this.configuration = configuration;
        this.values = configuration.values().stream().collect(Collectors.toMap(ConfigValue::name, Function.identity()));
        configuration.namesUnder(PREFIX).forEach(this::read);
        if (!rules.isEmpty()) {
            compile();
        }
    }

    /** What is wrong; empty if {@link #rules()} may come into force. */
    List<ConfigProblem> problems() {
        return problems;
    }

    /** Those rules whose parts could be read, in the order of the file. */
    List<OperatorRule> rules() {
        return rules;
    }

    private void read(String name) {
        String key = PREFIX + name;
        Set<Gate> gates = EnumSet.noneOf(Gate.class);
        Set<Purpose> purposes = new HashSet<>();
        int before = problems.size();
        if (!NAME.matcher(name).matches()) {
            problem(
                    key + ".when",
                    "the rule's name is not valid",
                    "Use 1 to 61 lower-case letters, digits and hyphens, beginning with a letter: people read it as the reason.");
        }
        words(key + ".gates", GATES).forEach(gates::add);
        words(key + ".purposes", PURPOSES).forEach(purposes::add);
        Optional<String> when = configuration.optionalText(key + ".when");
        if (when.isEmpty()) {
            problem(
                    key + ".when",
                    "the rule has no condition",
                    "Write an expression that is true where the answer is no.");
        }
        if (problems.size() == before && when.isPresent()) {
            rules.add(new OperatorRule(name, gates, purposes, when.get()));
        }
    }

    private <T> List<T> words(String key, Map<String, T> known) {
        List<T> found = new ArrayList<>();
        for (String word : configuration.texts(key)) {
            T meant = known.get(word);
            if (meant == null) {
                problem(
                        key,
                        "there is no \"" + word + "\"",
                        NearestKey.of(word, known.keySet())
                                .map(near -> "Did you mean " + near + "?")
                                .orElseGet(() -> "Write some of "
                                        + String.join(
                                                ", ",
                                                known.keySet().stream().sorted().toList()) + "."));
            } else {
                found.add(meant);
            }
        }
        return found;
    }

    private void compile() {
        try {
            new RuleCompiler().compile(rules);
        } catch (BadRulesException bad) {
            for (RuleProblem one : bad.problems()) {
                problem(
                        PREFIX + one.rule() + ".when",
                        one.message() + " (line " + one.line() + ", column " + one.column() + " of the expression)",
                        one.nearest()
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("The operator guide lists what a rule may speak of."));
            }
        }
    }

    private void problem(String key, String found, String remedy) {
        Optional<ConfigValue> at = Optional.ofNullable(values.get(key))
                .filter(value -> value.line().isPresent())
                .or(() -> values.values().stream()
                        .filter(value -> value.name().startsWith(key.substring(0, key.lastIndexOf('.') + 1)))
                        .filter(value -> value.line().isPresent())
                        .findFirst());
        problems.add(new ConfigProblem(
                at.map(ConfigValue::origin).orElse("environment"),
                at.map(ConfigValue::line).orElse(OptionalInt.empty()),
                key,
                found,
                remedy));
    }
}
