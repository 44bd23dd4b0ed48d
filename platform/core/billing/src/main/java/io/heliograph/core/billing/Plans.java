package io.heliograph.core.billing;

import io.heliograph.kernel.PrincipalId;

/** Which plan a person has. Asked on every submit, so an implementation answers from memory or one indexed read. */
@FunctionalInterface
public interface Plans {
    /** The plan; a person without one of their own has the built-in one. */
    Plan planOf(PrincipalId principal);

    /** Everybody has {@code plan}. */
    static Plans everybody(Plan plan) {
        return principal -> plan;
    }
}
