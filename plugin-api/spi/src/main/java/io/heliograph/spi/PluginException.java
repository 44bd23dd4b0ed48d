package io.heliograph.spi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one failure a plugin throws. The message is shown to operators and may be logged: it names no prompt, no secret
 * and no person. {@link #code()} is a stable word of the plugin's own for documentation and tests.
 */
public final class PluginException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String code;
    private final Effect effect;
    private final @Nullable Duration retryAfter;

    private PluginException(
            ErrorKind kind,
            String code,
            String message,
            Effect effect,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.effect = effect;
        this.retryAfter = retryAfter;
    }

    /** A failure of which it is certain that nothing happened. */
    public static PluginException nothingHappened(ErrorKind kind, String code, String message) {
        return new PluginException(kind, code, message, Effect.NONE, null, null);
    }

    /** A failure after which it is not known whether something happened. */
    public static PluginException unknown(String code, String message) {
        return new PluginException(ErrorKind.PROVIDER, code, message, Effect.UNKNOWN, null, null);
    }

    /** A failure although the work was done (and may have cost money). */
    public static PluginException happened(ErrorKind kind, String code, String message) {
        return new PluginException(kind, code, message, Effect.HAPPENED, null, null);
    }

    /** The vendor asks us to wait; nothing happened. */
    public static PluginException limited(String message, Duration retryAfter) {
        return new PluginException(ErrorKind.LIMITED, "limited", message, Effect.NONE, retryAfter, null);
    }

    /** The host cancelled the call and the plugin stopped before anything left or was made. */
    public static PluginException cancelled() {
        return new PluginException(ErrorKind.CANCELLED, "cancelled", "cancelled", Effect.NONE, null, null);
    }

    /** The same failure with what led to it. */
    public PluginException causedBy(Throwable cause) {
        return new PluginException(kind, code, String.valueOf(getMessage()), effect, retryAfter, cause);
    }

    public ErrorKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Effect effect() {
        return effect;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
