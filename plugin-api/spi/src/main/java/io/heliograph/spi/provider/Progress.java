package io.heliograph.spi.provider;

import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Answer to a poll. */
public sealed interface Progress {
    /**
     * Still at work.
     *
     * @param fraction 0 to 1 where the vendor tells
     * @param preview picture to show, where the vendor gives one
     * @param pollAfter when to ask again
     */
    record Running(OptionalDouble fraction, Optional<byte[]> preview, Duration pollAfter) implements Progress {}

    /** Finished. */
    record Done(Results results) implements Progress {}

    /**
     * Ended without results.
     *
     * @param code stable word of the plugin's
     * @param message for operators; no prompt in it
     * @param effect whether it cost something nevertheless
     */
    record Failed(ErrorKind kind, String code, String message, Effect effect) implements Progress {}
}
