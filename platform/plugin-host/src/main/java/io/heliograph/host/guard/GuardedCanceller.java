package io.heliograph.host.guard;

import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.JobCanceller;
import io.heliograph.spi.provider.RemoteJob;

/** {@link JobCanceller} behind its guard. */
public final class GuardedCanceller {
    private final InstanceGuard guard;
    private final JobCanceller canceller;

    GuardedCanceller(InstanceGuard guard, JobCanceller canceller) {
        this.guard = guard;
        this.canceller = canceller;
    }

    /** {@link JobCanceller#cancel}. */
    public JobCanceller.Outcome cancel(Permit permit, RemoteJob job, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.CANCELLER_CANCEL, terms, (context, life) -> canceller.cancel(job, context));
    }
}
