package io.heliograph.spi.payment;

/**
 * What the gateway says now.
 *
 * @param amountMinor paid so far, less what was paid back, in the currency's minor unit
 */
public record PaymentState(String reference, Status status, long amountMinor, String currency) {
    /** State of a payment or subscription. */
    public enum Status {
        PENDING,
        PAID,
        ACTIVE,
        PAST_DUE,
        REFUNDED,
        DISPUTED,
        CANCELLED,
        FAILED
    }
}
