package io.heliograph.app.config;

import java.util.OptionalInt;

/**
 * A key's value and where it came from.
 *
 * @param name the concrete key
 * @param text as written; for a secret the reference, never the secret
 * @param origin the file's path, {@code environment} or {@code default}
 */
public record ConfigValue(ConfigKey key, String name, String text, String origin, OptionalInt line) {
    /** Where it came from, for people. */
    public String place() {
        return line.isPresent() ? origin + ":" + line.getAsInt() : origin;
    }
}
