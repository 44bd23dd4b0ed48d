package io.heliograph.policy.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Some rules do not compile; none was taken. */
public final class BadRulesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    BadRulesException(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** All of them, in the order of the rules. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
