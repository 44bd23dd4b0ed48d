package io.heliograph.policy.rules;

import java.util.Optional;

/**
 * What is wrong with a rule.
 *
 * @param rule its name
 * @param line from 1
 * @param column from 1
 * @param message of the compiler
 * @param nearest the known name nearest to one it did not know
 */
public record RuleProblem(String rule, int line, int column, String message, Optional<String> nearest) {
    /** One sentence. */
    @Override
    public String toString() {
        return "rule " + rule + ", line " + line + ", column " + column + ": " + message
                + nearest.map(name -> " (did you mean " + name + "?)").orElse("");
    }
}
