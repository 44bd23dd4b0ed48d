package io.heliograph.spi.provider;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;

/** Ability to erase at the vendor what it keeps of a job. */
public interface RemoteErasure {
    /** Erases; repeating it is harmless. */
    Outcome erase(RemoteJob job, CallContext context) throws PluginException;

    /** What came of it; receipts say so. */
    enum Outcome {
        ERASED,
        NOTHING_THERE,
        /** Accepted, and done later by the vendor. */
        PENDING
    }
}
