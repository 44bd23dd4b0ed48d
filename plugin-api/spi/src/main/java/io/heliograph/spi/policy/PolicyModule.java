package io.heliograph.spi.policy;

import java.util.Set;

/**
 * One set of rules. {@link #judge} answers within 50 ms, from memory, without network; whatever it throws, and no
 * answer, mean Deny. Safe for many threads.
 */
public interface PolicyModule extends AutoCloseable {
    /** Gates it wants to be asked at; fixed for the life of the module. */
    Set<Gate> gates();

    /** Its answer. */
    Verdict judge(GateInput input);

    /** Ends the module. */
    @Override
    default void close() {}
}
