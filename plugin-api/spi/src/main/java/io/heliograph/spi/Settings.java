package io.heliograph.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The instance's configuration, already validated against the manifest's schema and completed with its defaults: a
 * declared and required setting is always there and of its type.
 *
 * <p>Every method throws {@link IllegalArgumentException} for a key that the manifest does not declare or declares with
 * another type: a mistake of the plugin, not of the operator.
 */
public interface Settings {
    /** A text. */
    String text(String key);

    /** A text that may be absent. */
    Optional<String> optionalText(String key);

    /** A list of texts; empty when absent. */
    List<String> texts(String key);

    /** A whole number. */
    long number(String key);

    /** A switch. */
    boolean flag(String key);

    /** A length of time. */
    Duration duration(String key);

    /** A secret, resolved from its reference. */
    Secret secret(String key);

    /** A secret that may be absent. */
    Optional<Secret> optionalSecret(String key);
}
