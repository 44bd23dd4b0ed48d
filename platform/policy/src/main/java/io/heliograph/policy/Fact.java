package io.heliograph.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of fact that modules judge by: a name, a type and who may see it. Facts describe, they never carry content.
 *
 * @param name lower-case with underscores, so that it is a variable in operator rules as it stands
 * @param type {@link String}, {@link Long}, {@link Double} or {@link Boolean}
 * @param description one sentence for operators who write rules
 * @param personal whether it says something about a person: then only built-in modules and operator rules see it, never
 *     a plugin
 */
public record Fact<T>(String name, Class<T> type, String description, boolean personal) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    /** @throws IllegalArgumentException if the name has another form */
    public Fact {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("fact name must match " + FORM.pattern());
        }
    }

    /** A text. */
    public static Fact<String> text(String name, String description) {
        return new Fact<>(name, String.class, description, false);
    }

    /** A whole number. */
    public static Fact<Long> number(String name, String description) {
        return new Fact<>(name, Long.class, description, false);
    }

    /** A switch. */
    public static Fact<Boolean> flag(String name, String description) {
        return new Fact<>(name, Boolean.class, description, false);
    }

    /** The same fact, hidden from plugins. */
    public Fact<T> asPersonal() {
        return new Fact<>(name, type, description, true);
    }

    /** Its value in {@code request}; empty if it was not told. */
    public Optional<T> in(GateRequest request) {
        return Optional.ofNullable(request.facts().get(this)).map(type::cast);
    }
}
