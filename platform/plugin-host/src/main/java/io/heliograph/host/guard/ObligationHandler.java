package io.heliograph.host.guard;

import io.heliograph.policy.Permit;
import io.heliograph.spi.policy.Obligation;

/** Port for a duty that can be carried out before the call, such as an audit entry. Safe for many threads. */
@FunctionalInterface
public interface ObligationHandler {
    /** Carries it out. When it throws, the call is refused. */
    void carryOut(Obligation obligation, Permit permit);
}
