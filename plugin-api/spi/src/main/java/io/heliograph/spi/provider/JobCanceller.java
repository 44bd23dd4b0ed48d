package io.heliograph.spi.provider;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;

/** Ability to cancel a remote job. */
public interface JobCanceller {
    /** Asks the vendor to stop. */
    Outcome cancel(RemoteJob job, CallContext context) throws PluginException;

    /** What came of it. */
    enum Outcome {
        /** It will not run and costs nothing. */
        CANCELLED,
        /** It had ended already: poll it. */
        TOO_LATE,
        /** It was stopped, and the vendor may charge for it. */
        CANCELLED_AND_MAY_COST
    }
}
