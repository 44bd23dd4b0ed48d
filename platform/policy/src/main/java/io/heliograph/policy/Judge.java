package io.heliograph.policy;

import io.heliograph.spi.policy.Gate;
import java.util.Set;

/**
 * One built-in set of rules. It answers from memory and at once; whatever it throws, and no answer, mean Deny. Safe for
 * many threads.
 */
public interface Judge {
    /** Stable name, for logs and the admin page. */
    String name();

    /** The gates it is asked at; fixed for the life of the module. */
    Set<Gate> gates();

    /** Its answer. */
    Ruling judge(GateRequest request);

    /** Whether an answer takes something away (tokens of a limit): such a module is asked last, and only if nobody refused. */
    default boolean consumes() {
        return false;
    }
}
