package io.heliograph.web.edge;

import io.heliograph.core.tx.RecordUnavailableException;
import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.web.message.Messages;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns failures into problems (RFC 9457). What core means for the caller goes out as it is; what it does not is ours:
 * the log gets the cause, the caller an id to tell the operator.
 */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Messages messages;

    public Problems(Messages messages) {
        this.messages = messages;
    }

    /** What a failure means for the caller. Logs what is our own fault. */
    public ProblemException of(Throwable failure, String requestId) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case PolicyDeniedException denied -> denied.toProblem();
            case RecordUnavailableException away ->
                ProblemException.retryAfter(ProblemType.UNAVAILABLE, RecordUnavailableException.RETRY_AFTER)
                        .causedBy(away);
            case DecodeException _ -> ProblemException.of(ProblemType.MALFORMED_REQUEST);
            case HttpException http -> ofStatus(http, requestId);
            default -> {
                LOG.error("Request {} failed", requestId, failure);
                yield ProblemException.of(ProblemType.INTERNAL).causedBy(failure);
            }
        };
    }

    private static ProblemException ofStatus(HttpException http, String requestId) {
        ProblemType type = switch (http.getStatusCode()) {
            case 400 -> ProblemType.MALFORMED_REQUEST;
            case 401 -> ProblemType.NOT_SIGNED_IN;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemType.INTERNAL;
        };
        if (type == ProblemType.INTERNAL) {
            LOG.error("Request {} failed", requestId, http);
        }
        return ProblemException.of(type);
    }

    /** The body of a problem. */
    public JsonObject body(ProblemException problem, Locale locale, String requestId) {
        String key = "problem." + problem.type().slug();
        JsonObject body = new JsonObject()
                .put("type", "/problems/" + problem.type().slug())
                .put("title", messages.get(locale, key + ".title"))
                .put("status", problem.type().status())
                .put("detail", detail(problem, locale, key))
                .put("requestId", requestId);
        problem.retryAfter().ifPresent(after -> body.put("retryAfterSeconds", seconds(after)));
        if (!problem.params().isEmpty()) {
            JsonObject parameters = new JsonObject();
            problem.params().forEach((name, value) -> parameters.put(name, plain(value)));
            body.put("parameters", parameters);
        }
        if (!problem.errors().isEmpty()) {
            JsonArray errors = new JsonArray();
            problem.errors().forEach(error -> errors.add(fault(error, locale)));
            body.put("errors", errors);
        }
        return body;
    }

    /** Whole seconds, rounded up: nobody is told to come back too early. */
    static long seconds(Duration after) {
        return Math.max(1, after.plusMillis(999).toSeconds());
    }

    private String detail(ProblemException problem, Locale locale, String key) {
        Object reason = problem.params().get("reason");
        String specific = key + "." + reason;
        return (reason == null ? Optional.<String>empty() : messages.find(locale, specific, problem.params()))
                .or(() -> messages.find(locale, key, problem.params()))
                .orElse("");
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    private JsonObject fault(FieldError error, Locale locale) {
        JsonObject fault = new JsonObject()
                .put(error.field().startsWith("/") ? "pointer" : "parameter", error.field())
                .put("keyword", error.code())
                .put("detail", sentence(error, locale));
        error.limit().ifPresent(limit -> fault.put("parameters", new JsonObject().put("limit", limit)));
        return fault;
    }

    /** The rule in the caller's language, with its limit where that is known; a rule without a sentence says what it expects. */
    private String sentence(FieldError error, Locale locale) {
        String key = "field." + rule(error.code());
        return error.limit()
                .flatMap(limit -> messages.find(locale, key + ".limit", Map.of("limit", limit)))
                .or(() -> messages.find(locale, key, Map.of()))
                .orElse(error.expected());
    }

    /** Keywords of JSON Schema and words of ours that say the same. */
    private static String rule(String code) {
        return switch (code) {
            case "additionalProperties", "unevaluatedProperties" -> "unknown";
            case "type" -> "wrong-type";
            case "enum", "const" -> "not-one-of";
            case "minimum", "exclusiveMinimum" -> "too-small";
            case "maximum", "exclusiveMaximum" -> "too-large";
            case "minLength" -> "too-short";
            case "maxLength" -> "too-long";
            case "minItems", "minProperties" -> "too-few";
            case "maxItems", "maxProperties" -> "too-many";
            case "multipleOf" -> "not-a-multiple";
            case "uniqueItems" -> "repeated";
            case "format", "pattern" -> "malformed";
            default -> code;
        };
    }
}
