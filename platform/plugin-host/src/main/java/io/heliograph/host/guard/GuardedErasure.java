package io.heliograph.host.guard;

import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.RemoteErasure;
import io.heliograph.spi.provider.RemoteJob;

/** {@link RemoteErasure} behind its guard. */
public final class GuardedErasure {
    private final InstanceGuard guard;
    private final RemoteErasure erasure;

    GuardedErasure(InstanceGuard guard, RemoteErasure erasure) {
        this.guard = guard;
        this.erasure = erasure;
    }

    /** {@link RemoteErasure#erase}. */
    public RemoteErasure.Outcome erase(Permit permit, RemoteJob job, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.REMOTE_ERASURE_ERASE, terms, (context, life) -> erasure.erase(job, context));
    }
}
