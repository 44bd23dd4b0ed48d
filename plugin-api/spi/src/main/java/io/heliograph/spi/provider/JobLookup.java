package io.heliograph.spi.provider;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;

/** Ability to find a job at the vendor by our key, after the answer to a submit was lost. */
public interface JobLookup {
    /** Looks for it. */
    Finding find(IdempotencyKey key, CallContext context) throws PluginException;

    /** What was found. */
    sealed interface Finding {
        /** The job exists. */
        record Found(RemoteJob job) implements Finding {}

        /** The vendor knows no such job, and its listing is not behind its writes: nothing happened. */
        record Absent() implements Finding {}

        /** The vendor cannot tell yet. */
        record NotKnownYet() implements Finding {}
    }
}
