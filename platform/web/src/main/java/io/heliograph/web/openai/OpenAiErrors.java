package io.heliograph.web.openai;

import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.web.edge.Problems;
import io.heliograph.web.edge.SideRoutes;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** Failures as OpenAI's error object: message, type, param, code. */
final class OpenAiErrors implements SideRoutes.FailureForm {
    private final Problems problems;

    OpenAiErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public JsonObject body(ProblemException problem, Locale locale, String requestId) {
        String message = problems.body(problem, locale, requestId).getString("detail");
        JsonObject error = new JsonObject()
                .put("message", message + expectation(problem))
                .put("type", type(problem.type()))
                .put(
                        "param",
                        problem.errors().isEmpty()
                                ? null
                                : param(problem.errors().getFirst().field()))
                .put("code", code(problem.type()));
        return new JsonObject().put("error", error);
    }

    /** The clients make an exception of their own out of 404 and look for the model's name then. */
    @Override
    public int status(ProblemException problem) {
        return problem.type() == ProblemType.UNKNOWN_MODEL
                ? 404
                : problem.type().status();
    }

    private static String expectation(ProblemException problem) {
        if (problem.errors().isEmpty()) {
            return "";
        }
        FieldError first = problem.errors().getFirst();
        return " (" + param(first.field()) + ": " + first.expected() + ")";
    }

    /** Our fields by the names they have there. */
    private static String param(String field) {
        return switch (field) {
            case "/modelId" -> "model";
            case "/count" -> "n";
            case "/options/size", "/options/width", "/options/height" -> "size";
            default -> field.startsWith("/") ? field.substring(1) : field;
        };
    }

    private static String type(ProblemType type) {
        return switch (type) {
            case NO_CREDITS -> "insufficient_quota";
            case TOO_MANY_REQUESTS -> "rate_limit_error";
            case FORBIDDEN, SUSPENDED, POLICY_DENIED -> "permission_error";
            default -> type.status() >= 500 ? "server_error" : "invalid_request_error";
        };
    }

    private static String code(ProblemType type) {
        return switch (type) {
            case NOT_SIGNED_IN -> "invalid_api_key";
            case NO_CREDITS -> "insufficient_quota";
            case TOO_MANY_REQUESTS -> "rate_limit_exceeded";
            case UNKNOWN_MODEL -> "model_not_found";
            default -> type.slug().replace('-', '_');
        };
    }
}
