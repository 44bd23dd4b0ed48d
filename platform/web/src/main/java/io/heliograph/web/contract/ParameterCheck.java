package io.heliograph.web.contract;

import io.heliograph.kernel.FieldError;
import io.vertx.core.MultiMap;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of one operation and names every one that does not fit: the validating router stops at the
 * first, and streamed operations do not pass it at all. Safe for many threads.
 */
public final class ParameterCheck {
    private static final JsonSchemaOptions OPTIONS = new JsonSchemaOptions()
            .setBaseUri("https://heliograph.invalid/")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic);

    private final OperationSpec operation;
    private final Map<String, Validator> validators = new HashMap<>();

    public ParameterCheck(OperationSpec operation) {
        this.operation = operation;
        for (OperationSpec.Parameter parameter : operation.parameters()) {
            validators.put(parameter.name(), Validator.create(JsonSchema.of(parameter.schema()), OPTIONS));
        }
    }

    /** Reads the parameters of a request. */
    public Result read(Map<String, String> path, MultiMap query, MultiMap headers) {
        Map<String, Object> values = new HashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (OperationSpec.Parameter parameter : operation.parameters()) {
            readOne(parameter, raw(parameter, path, query, headers), values, errors);
        }
        for (String name : query.names()) {
            if (!operation.takesQuery(name)) {
                errors.add(new FieldError(name, "unknown", "one of: " + operation.queryNames()));
            } else if (query.getAll(name).size() > 1) {
                errors.add(new FieldError(name, "repeated", "once"));
            }
        }
        return new Result(values, errors);
    }

    private void readOne(
            OperationSpec.Parameter parameter,
            @Nullable String text,
            Map<String, Object> values,
            List<FieldError> errors) {
        if (text == null) {
            if (parameter.required()) {
                errors.add(new FieldError(parameter.name(), "required", "a value"));
            } else if (parameter.schema().containsKey("default")) {
                values.put(parameter.name(), widened(parameter.schema().getValue("default")));
            }
            return;
        }
        Object value = typed(parameter.schema().getString("type", "string"), text);
        Validator validator = validators.get(parameter.name());
        List<FieldError> found = validator == null ? List.of() : Faults.of(validator.validate(value), parameter.name());
        errors.addAll(found);
        if (found.isEmpty()) {
            values.put(parameter.name(), value);
        }
    }

    private static @Nullable String raw(
            OperationSpec.Parameter parameter, Map<String, String> path, MultiMap query, MultiMap headers) {
        return switch (parameter.in()) {
            case "path" -> path.get(parameter.name());
            case "query" -> query.get(parameter.name());
            case "header" -> headers.get(parameter.name());
            default -> throw new IllegalStateException("a parameter in " + parameter.in());
        };
    }

    private static Object typed(String type, String text) {
        try {
            return switch (type) {
                case "integer" -> Long.valueOf(text);
                case "number" -> Double.valueOf(text);
                case "boolean" -> flag(text);
                default -> text;
            };
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }

    private static Object flag(String text) {
        boolean isFlag = text.equals("true") || text.equals("false");
        return isFlag ? Boolean.valueOf(text) : text;
    }

    private static Object widened(Object value) {
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    /**
     * What was read.
     *
     * @param values by name: text, {@link Long}, {@link Double} or {@link Boolean}; those that fit
     * @param errors everything that does not fit
     */
    public record Result(Map<String, Object> values, List<FieldError> errors) {
        public Result {
            values = Map.copyOf(values);
            errors = List.copyOf(errors);
        }
    }
}
