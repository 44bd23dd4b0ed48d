package io.heliograph.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A refusal meant for the caller: bad input, a missing thing, a limit. Over HTTP it becomes an RFC 9457 problem, on
 * the command line one sentence. Parameters must be safe to show: no secret, no prompt.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, Object> params;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemType type,
            Map<String, Object> params,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(type.slug() + (params.isEmpty() ? "" : " " + new TreeMap<>(params)), cause);
        this.type = type;
        this.params = Map.copyOf(params);
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** A refusal that needs no parameters. */
    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, Map.of(), List.of(), null, null);
    }

    /** A refusal with the parameters of its message. */
    public static ProblemException of(ProblemType type, Map<String, Object> params) {
        return new ProblemException(type, params, List.of(), null, null);
    }

    /** A refusal of one field. */
    public static ProblemException field(ProblemType type, String field, String code, String expected) {
        return new ProblemException(type, Map.of(), List.of(new FieldError(field, code, expected)), null, null);
    }

    /** A refusal of several fields at once. */
    public static ProblemException fields(ProblemType type, List<FieldError> errors) {
        return new ProblemException(type, Map.of(), errors, null, null);
    }

    /** A refusal that may be tried again after a while. */
    public static ProblemException retryAfter(ProblemType type, Duration after) {
        return new ProblemException(type, Map.of(), List.of(), after, null);
    }

    /** The same refusal with the failure that led to it, for the log. */
    public ProblemException causedBy(Throwable cause) {
        return new ProblemException(type, params, errors, retryAfter, cause);
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> params() {
        return params;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** How long to wait before trying again, if waiting helps. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
