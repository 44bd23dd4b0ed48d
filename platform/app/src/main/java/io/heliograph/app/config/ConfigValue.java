package io.heliograph.app.config;

import io.heliograph.spi.Secret;
import io.smallrye.config.Converters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A key's value and where it came from.
 *
 * @param name the concrete key
 * @param text as written, items of a list joined by commas; for a secret in a file its reference, never the secret
 * @param list whether a list was written
 * @param sealed the secret itself where the database keeps it
 * @param origin the file's path, {@link #ENVIRONMENT}, {@link #DATABASE} or {@link #DEFAULT}
 */
public record ConfigValue(
        ConfigKey key,
        String name,
        String text,
        boolean list,
        Optional<Secret> sealed,
        String origin,
        OptionalInt line) {
    /** Origin of what a variable sets. */
    public static final String ENVIRONMENT = "environment";
    /** Origin of what the wizard, the admin page or a command set. */
    public static final String DATABASE = "database";
    /** Origin of what nobody set. */
    public static final String DEFAULT = "default";

    /** Where it came from, for people. */
    public String place() {
        return line.isPresent() ? origin + ":" + line.getAsInt() : origin;
    }

    /** Whether file or environment set it, so that the layer below cannot. */
    public boolean locks() {
        return !origin.equals(DATABASE) && !origin.equals(DEFAULT);
    }

    /** Whether it is not to be shown. */
    public boolean isSecret() {
        return key.type() == ConfigKey.Type.SECRET || sealed.isPresent();
    }

    /** The items of a list; commas within an item are escaped by a backslash. */
    public List<String> items() {
        return text.isEmpty()
                ? List.of()
                : List.copyOf(Converters.newCollectionConverter(item -> item, ArrayList::new)
                        .convert(text));
    }

    static String joined(List<String> items) {
        return items.stream()
                .map(item -> item.replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }
}
