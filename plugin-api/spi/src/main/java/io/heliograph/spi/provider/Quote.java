package io.heliograph.spi.provider;

/**
 * A price.
 *
 * @param creditsPerOutput for each output delivered; never negative
 * @param count outputs
 */
public record Quote(long creditsPerOutput, int count) {
    public Quote {
        if (creditsPerOutput < 0 || count < 1) {
            throw new IllegalArgumentException("a quote is not negative and has at least one output");
        }
    }

    /** Credits for everything. @throws ArithmeticException on overflow. */
    public long totalCredits() {
        return Math.multiplyExact(creditsPerOutput, count);
    }
}
