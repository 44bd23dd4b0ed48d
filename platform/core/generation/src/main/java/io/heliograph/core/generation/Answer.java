package io.heliograph.core.generation;

import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.provider.RemoteJob;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an engine answered to a submit or a poll, with its outputs already in the spool or at an address. */
sealed interface Answer {
    /** The work is done. */
    record Done(Outputs outputs) implements Answer {}

    /** It works on it as a remote job. */
    record Accepted(RemoteJob job, Duration pollAfter) implements Answer {}

    /** Still at work. */
    record Running(OptionalDouble fraction, Optional<byte[]> preview, Duration pollAfter) implements Answer {}

    /** The remote job ended without results. */
    record Failed(ErrorKind kind, String code, Effect effect) implements Answer {}
}
