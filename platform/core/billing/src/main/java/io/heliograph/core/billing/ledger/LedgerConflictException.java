package io.heliograph.core.billing.ledger;

/**
 * A business key was used before with other inputs, or a reservation was ended in another way, or there is no such
 * reservation. It is a mistake of the caller and never of a person; nothing was booked.
 */
public final class LedgerConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerConflictException(String message) {
        super(message);
    }
}
