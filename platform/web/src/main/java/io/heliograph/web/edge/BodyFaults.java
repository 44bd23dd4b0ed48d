package io.heliograph.web.edge;

import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.web.contract.Faults;
import io.heliograph.web.contract.OperationSpec;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.RequestBody;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in full what the contract router refused. The router stops at the first fault; a person who fills in a form wants
 * all of them, so a refused body is looked at once more.
 */
final class BodyFaults {
    private static final String JSON = "application/json";

    private final OpenAPIContract contract;

    BodyFaults(OpenAPIContract contract) {
        this.contract = contract;
    }

    /** What the caller is told about {@code failure}. */
    Throwable translate(
            RoutingContext routing,
            OperationSpec operation,
            @Nullable Throwable failure,
            List<FieldError> parameterErrors) {
        return switch (cause(failure)) {
            case null -> failure == null ? new HttpException(routing.statusCode()) : failure;
            case SchemaValidationException schema -> faults(routing, operation, schema, parameterErrors);
            case ValidatorException validator -> ofType(routing, operation, validator, parameterErrors);
            case DecodeException _ -> ProblemException.of(ProblemType.MALFORMED_REQUEST);
            case Throwable other -> other;
        };
    }

    /** The router wraps what its validator said. */
    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ValidatorException || at instanceof DecodeException) {
                return at;
            }
        }
        return failure;
    }

    private ProblemException ofType(
            RoutingContext routing,
            OperationSpec operation,
            ValidatorException failure,
            List<FieldError> parameterErrors) {
        if (!parameterErrors.isEmpty()) {
            return faults(routing, operation, failure, parameterErrors);
        }
        return switch (failure.type()) {
            case UNSUPPORTED_VALUE_FORMAT -> ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case ILLEGAL_VALUE -> ProblemException.of(ProblemType.MALFORMED_REQUEST);
            case MISSING_REQUIRED_PARAMETER ->
                ProblemException.field(ProblemType.VALIDATION, "/", "required", "a JSON body");
            default -> faults(routing, operation, failure, parameterErrors);
        };
    }

    private ProblemException faults(
            RoutingContext routing,
            OperationSpec operation,
            ValidatorException failure,
            List<FieldError> parameterErrors) {
        List<FieldError> all = new ArrayList<>(parameterErrors);
        all.addAll(bodyErrors(routing, operation));
        if (all.isEmpty()) {
            all.add(new FieldError("/", "contract", String.valueOf(failure.getMessage())));
        }
        return ProblemException.fields(ProblemType.VALIDATION, all);
    }

    private List<FieldError> bodyErrors(RoutingContext routing, OperationSpec operation) {
        RequestBody model = contract.operation(operation.id()).getRequestBody();
        if (model == null || routing.body() == null || routing.body().isEmpty()) {
            return List.of();
        }
        MediaType json = model.getContent().get(JSON);
        if (json == null) {
            return List.of();
        }
        try {
            JsonSchema schema = json.getSchema();
            JsonSchemaOptions options = new JsonSchemaOptions()
                    .setBaseUri("app://")
                    .setDraft(Draft.DRAFT202012)
                    .setOutputFormat(OutputFormat.Basic);
            Object body = json(routing.body().buffer());
            return Faults.of(
                    contract.getSchemaRepository().validator(schema, options).validate(body));
        } catch (DecodeException malformed) {
            return List.of(new FieldError("/", "json", "well-formed JSON"));
        }
    }

    /** Vert.x decodes to plain maps and lists here, its validator knows only its own types. */
    private static Object json(Buffer buffer) {
        Object decoded = Json.decodeValue(buffer);
        if (decoded instanceof Map<?, ?>) {
            return new JsonObject(buffer);
        }
        return decoded instanceof List<?> ? new JsonArray(buffer) : decoded;
    }
}
