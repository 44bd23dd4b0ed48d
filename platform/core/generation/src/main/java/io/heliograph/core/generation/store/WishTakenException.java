package io.heliograph.core.generation.store;

/** The principal has used this idempotency key already, in a unit of work that won the race. */
public final class WishTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WishTakenException(Throwable cause) {
        super("the idempotency key is taken", cause);
    }
}
