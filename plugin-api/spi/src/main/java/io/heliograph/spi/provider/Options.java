package io.heliograph.spi.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A model's options, already valid under its JSON Schema and completed with the defaults. Values are {@code String},
 * {@code Long}, {@code Double}, {@code Boolean} or {@code List} of those.
 */
public final class Options {
    private final Map<String, Object> values;

    private Options(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException if a value has another type than those above. */
    public static Options of(Map<String, Object> values) {
        values.values().forEach(Options::check);
        return new Options(values);
    }

    private static void check(Object value) {
        switch (value) {
            case String text -> {}
            case Long number -> {}
            case Double number -> {}
            case Boolean flag -> {}
            case List<?> list -> list.forEach(Options::check);
            default ->
                throw new IllegalArgumentException(
                        "not an option value: " + value.getClass().getName());
        }
    }

    /** All values by name, sorted. */
    public Map<String, Object> asMap() {
        return new TreeMap<>(values);
    }

    /** A value of any type. */
    public Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A text. @throws IllegalArgumentException if absent or of another type. */
    public String text(String name) {
        return typed(name, String.class);
    }

    /** A whole number. @throws IllegalArgumentException if absent or of another type. */
    public long number(String name) {
        return typed(name, Long.class);
    }

    /** A number that may have a fraction. @throws IllegalArgumentException if absent or of another type. */
    public double decimal(String name) {
        return typed(name, Number.class).doubleValue();
    }

    /** A switch. @throws IllegalArgumentException if absent or of another type. */
    public boolean flag(String name) {
        return typed(name, Boolean.class);
    }

    private <T> T typed(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("option " + name + " is "
                    + (value == null ? "absent" : "a " + value.getClass().getSimpleName()));
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Options options && values.equals(options.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names only: an option may hold free text. */
    @Override
    public String toString() {
        return "Options" + new TreeMap<>(values).keySet();
    }
}
