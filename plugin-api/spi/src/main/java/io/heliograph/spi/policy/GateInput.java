package io.heliograph.spi.policy;

import java.util.Map;
import java.util.Optional;

/**
 * What a module judges by: facts, never content.
 *
 * @param purpose stable word for why: {@code generation}, {@code sign-in}, {@code view-asset}, ...
 * @param actor who asks: an opaque id of the person, {@code anonymous}, or {@code system}
 * @param owner whose data it is about, where it is about somebody's
 * @param object what it is about, as {@code kind:id}, where there is such a thing
 * @param instance the plugin instance concerned, if any
 * @param facts further facts by name (text, whole number, fraction, switch): address class, plan, visibility, bytes ...
 */
public record GateInput(
        Gate gate,
        String purpose,
        String actor,
        Optional<String> owner,
        Optional<String> object,
        Optional<String> instance,
        Map<String, Object> facts) {
    public GateInput {
        facts = Map.copyOf(facts);
    }
}
