package io.heliograph.core.generation;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.spi.provider.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of one model's options, compiled. Safe for many threads. */
final class OptionsSchema {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final int MOST_ERRORS = 50;

    private final JsonNode text;
    private final Schema schema;

    /** @throws IllegalArgumentException if the text is no schema of an object */
    OptionsSchema(String schemaText) {
        try {
            this.text = JSON.readTree(schemaText);
            this.schema = REGISTRY.getSchema(text);
        } catch (RuntimeException broken) {
            throw new IllegalArgumentException("options schema cannot be read", broken);
        }
        if (!text.isObject()) {
            throw new IllegalArgumentException("options schema is not an object");
        }
    }

    /**
     * The options with defaults filled in.
     *
     * @throws ProblemException of type {@code bad-option} naming every option that does not fit
     */
    Options complete(Map<String, Object> given) {
        List<FieldError> beyond = given.entrySet().stream()
                .filter(option -> isBeyond(option.getValue()))
                .map(option -> new FieldError("/options/" + option.getKey(), "too-large", "a number of usual size"))
                .toList();
        if (!beyond.isEmpty()) {
            throw ProblemException.fields(ProblemType.BAD_OPTION, beyond);
        }
        ObjectNode node = JSON.createObjectNode();
        given.forEach((name, value) -> node.set(name, JSON.valueToTree(value)));
        Map<String, JsonNode> properties = new TreeMap<>();
        JsonNode declared = text.get("properties");
        if (declared != null) {
            declared.properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        }
        properties.forEach((name, property) -> {
            if (!node.has(name) && property.has("default")) {
                node.set(name, property.get("default"));
            }
        });
        List<FieldError> errors = errors(node);
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.BAD_OPTION, errors);
        }
        Map<String, Object> values = new TreeMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), typed(entry, properties)));
        return Options.of(values);
    }

    /** Whether it is a fraction past what the validator can compare with a whole number. */
    private static boolean isBeyond(Object value) {
        return switch (value) {
            case Double number -> !(Math.abs(number) < Long.MAX_VALUE);
            case List<?> many -> many.stream().anyMatch(OptionsSchema::isBeyond);
            default -> false;
        };
    }

    private List<FieldError> errors(ObjectNode node) {
        List<FieldError> errors = new ArrayList<>();
        for (Error error : schema.validate(node)) {
            if (errors.size() < MOST_ERRORS) {
                String property = error.getProperty() == null ? "" : "/" + error.getProperty();
                String at = error.getInstanceLocation().toString();
                String path = at.startsWith("$") ? at.substring(1).replace('.', '/') : at;
                errors.add(new FieldError(
                        "/options" + path + property, code(error.getKeyword()), expected(error), limit(error)));
            }
        }
        return errors;
    }

    private static String code(String keyword) {
        return switch (keyword) {
            case "required" -> "required";
            case "additionalProperties", "unevaluatedProperties" -> "unknown";
            case "type" -> "wrong-type";
            case "enum", "const" -> "not-one-of";
            case "minimum", "exclusiveMinimum" -> "too-small";
            case "maximum", "exclusiveMaximum" -> "too-large";
            case "minLength" -> "too-short";
            case "maxLength" -> "too-long";
            case "minItems" -> "too-few";
            case "maxItems" -> "too-many";
            case "multipleOf" -> "not-a-multiple";
            default -> "not-allowed";
        };
    }

    /** The limit that the schema names; never what was sent. */
    private static String expected(Error error) {
        JsonNode limit = error.getSchemaNode();
        String keyword = error.getKeyword();
        return limit == null || limit.isObject() ? keyword : keyword + " " + limit;
    }

    private static Optional<String> limit(Error error) {
        return Optional.ofNullable(error.getSchemaNode())
                .filter(JsonNode::isNumber)
                .map(JsonNode::toString);
    }

    private static Object typed(Map.Entry<String, JsonNode> entry, Map<String, JsonNode> properties) {
        JsonNode property = properties.get(entry.getKey());
        JsonNode type = property == null ? null : property.get("type");
        if (type != null && type.isString() && entry.getValue().isNumber()) {
            if (type.stringValue().equals("number")) {
                return entry.getValue().doubleValue();
            }
            if (type.stringValue().equals("integer")) {
                return entry.getValue().isIntegralNumber()
                        ? entry.getValue().longValue()
                        : Math.round(entry.getValue().doubleValue());
            }
        }
        return OptionValues.of(entry.getValue());
    }
}
