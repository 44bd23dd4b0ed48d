package io.heliograph.core.generation;

import tools.jackson.databind.JsonNode;

/** JSON values as options have them: text, whole number, fraction, switch, or a list of these. */
final class OptionValues {
    private OptionValues() {}

    static Object of(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isArray()) {
            return node.valueStream().map(OptionValues::of).toList();
        }
        throw new IllegalArgumentException("not an option value: " + node.getNodeType());
    }
}
