package io.heliograph.core.generation;

/** Somebody else holds the job by now: stop, and publish nothing. Not a failure; it rolls the unit of work back. */
final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("the lease on the job is lost");
    }
}
