package io.heliograph.core.tx;

import java.time.Duration;

/**
 * The database cannot be reached just now: nothing was committed, as far as this side can know, and trying again later
 * helps without a restart. Over HTTP it becomes 503 with {@code Retry-After}.
 *
 * <p>When the connection broke during commit the transaction may have been kept. Callers therefore use business keys
 * (idempotency keys, unique names) that make a second try harmless.
 */
public final class RecordUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How long a caller is asked to wait. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    public RecordUnavailableException(Throwable cause) {
        super("the database cannot be reached", cause);
    }
}
