package io.heliograph.kernel;

import java.util.Currency;

/**
 * An amount in the minor unit of its currency (cents, yen, fils). Exact: no fraction, no float.
 *
 * @param amountMinor may be negative for corrections
 */
public record Money(long amountMinor, Currency currency) {
    /** @throws ArithmeticException on overflow; @throws IllegalArgumentException if the currencies differ. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
    }
}
