package io.heliograph.core.generation.store;

import java.time.Duration;

/** An expression that stands in a statement as it is. */
public record Expression(String expression) {
    /** The database's clock. */
    public static final Expression NOW = new Expression("utc_timestamp(6)");

    /** No value. */
    public static final Expression NULL = new Expression("null");

    /** The database's clock and a while. */
    public static Expression after(Duration while_) {
        return new Expression("utc_timestamp(6) + interval " + while_.toNanos() / 1_000 + " microsecond");
    }

    /** The value kept, or now where there is none yet. */
    public static Expression onceNow(String column) {
        return new Expression("coalesce(" + column + ", utc_timestamp(6))");
    }

    /** The value plus one. */
    public static Expression plusOne(String column) {
        return new Expression(column + " + 1");
    }
}
