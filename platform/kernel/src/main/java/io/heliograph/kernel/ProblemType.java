package io.heliograph.kernel;

/**
 * Every kind of refusal the service gives, with its HTTP status (RFC 9457). The slug is the stable part clients may
 * rely on: it is never renamed. Texts live in the message catalogue under {@code problem.<slug>}.
 */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400),
    VALIDATION("validation", 400),
    BAD_CURSOR("bad-cursor", 400),
    NOT_SIGNED_IN("not-signed-in", 401),
    WRONG_CREDENTIALS("wrong-credentials", 401),
    SESSION_EXPIRED("session-expired", 401),
    NO_CREDITS("no-credits", 402),
    FORBIDDEN("forbidden", 403),
    CSRF("csrf", 403),
    SUSPENDED("suspended", 403),
    INSECURE_ORIGIN("insecure-origin", 403),
    POLICY_DENIED("policy-denied", 403),
    SIGN_UP_CLOSED("sign-up-closed", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    CONFLICT("conflict", 409),
    IDEMPOTENCY_MISMATCH("idempotency-mismatch", 409),
    LINK_USED_OR_EXPIRED("link-used-or-expired", 410),
    TOO_LARGE("too-large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416),
    BAD_MEDIA("bad-media", 422),
    WEAK_PASSWORD("weak-password", 422),
    UNKNOWN_MODEL("unknown-model", 422),
    BAD_OPTION("bad-option", 422),
    BAD_REFERENCE("bad-reference", 422),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    INTERNAL("internal", 500),
    PROVIDER_FAILED("provider-failed", 502),
    BUSY("busy", 503),
    UNAVAILABLE("unavailable", 503),
    STORAGE_FULL("storage-full", 507);

    private final String slug;
    private final int status;

    ProblemType(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    /** Stable name, the last part of the problem's {@code type} URI. */
    public String slug() {
        return slug;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }
}
