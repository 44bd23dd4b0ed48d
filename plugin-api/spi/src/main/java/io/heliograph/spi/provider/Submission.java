package io.heliograph.spi.provider;

import java.time.Duration;

/** Answer to a submit. */
public sealed interface Submission {
    /** The work is done. */
    record Completed(Results results) implements Submission {}

    /**
     * The vendor works on it.
     *
     * @param pollAfter when to ask first
     */
    record Accepted(RemoteJob job, Duration pollAfter) implements Submission {}
}
