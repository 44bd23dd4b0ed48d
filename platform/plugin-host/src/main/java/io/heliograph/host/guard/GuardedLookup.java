package io.heliograph.host.guard;

import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.JobLookup;

/** {@link JobLookup} behind its guard. */
public final class GuardedLookup {
    private final InstanceGuard guard;
    private final JobLookup lookup;

    GuardedLookup(InstanceGuard guard, JobLookup lookup) {
        this.guard = guard;
        this.lookup = lookup;
    }

    /** {@link JobLookup#find}. */
    public JobLookup.Finding find(Permit permit, IdempotencyKey key, CallTerms terms) throws PluginException {
        return guard.run(permit, SpiMethod.LOOKUP_FIND, terms, (context, life) -> lookup.find(key, context));
    }
}
