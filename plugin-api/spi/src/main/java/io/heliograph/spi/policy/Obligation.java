package io.heliograph.spi.policy;

import java.util.Map;

/** Something the host's guard must do because a gate allowed a move under that condition. */
public record Obligation(Kind kind, Map<String, String> parameters) {
    public Obligation {
        parameters = Map.copyOf(parameters);
    }

    /** A duty without parameters. */
    public static Obligation of(Kind kind) {
        return new Obligation(kind, Map.of());
    }

    /** A duty with one parameter. */
    public static Obligation of(Kind kind, String name, String value) {
        return new Obligation(kind, Map.of(name, value));
    }

    /** What is to be done. */
    public enum Kind {
        /** Write down what went where (T1). */
        RECORD_DISCLOSURE,
        /** Take out metadata before keeping (C3). */
        STRIP_METADATA,
        /** Mark a result with its origin. */
        MARK_ORIGIN,
        /** Keep no longer than parameter {@code until} (ISO instant). */
        DEADLINE,
        /** Seal with the owner's key. */
        SEAL,
        /** Write an audit entry. */
        AUDIT
    }
}
