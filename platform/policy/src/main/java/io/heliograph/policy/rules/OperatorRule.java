package io.heliograph.policy.rules;

import io.heliograph.policy.Purpose;
import io.heliograph.spi.policy.Gate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A rule of the operator, as it stands in the configuration: where {@code when} holds, the answer is no.
 *
 * @param name stable word; it is the reason of the refusal, so it has a message or is shown as it stands
 * @param gates where it is asked; at least one
 * @param purposes which purposes it is about; empty for all
 * @param when a CEL expression over the facts that yields true or false
 */
public record OperatorRule(String name, Set<Gate> gates, Set<Purpose> purposes, String when) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    /** @throws IllegalArgumentException if the name has another form or there is no gate */
    public OperatorRule {
        gates = Set.copyOf(gates);
        purposes = Set.copyOf(purposes);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("rule name must match " + NAME.pattern());
        }
        if (gates.isEmpty()) {
            throw new IllegalArgumentException("rule " + name + " names no gate");
        }
    }
}
