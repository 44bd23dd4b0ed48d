package io.heliograph.plugins.procedural;

import io.heliograph.plugins.procedural.prompt.Style;
import java.util.Locale;
import java.util.Optional;

/** The option {@code style}: a style by name, or {@code auto} for what the prompt says. */
final class StyleOption {
    static final String AUTO = "auto";

    private StyleOption() {}

    /** Names as a JSON array. */
    static String jsonNames() {
        StringBuilder names = new StringBuilder("[\"" + AUTO + "\"");
        for (Style style : Style.values()) {
            names.append(",\"").append(name(style)).append('"');
        }
        return names.append(']').toString();
    }

    /** The style of a name that the schema allows; empty for {@code auto}. */
    static Optional<Style> of(String name) {
        return name.equals(AUTO) ? Optional.empty() : Optional.of(Style.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private static String name(Style style) {
        return style.name().toLowerCase(Locale.ROOT);
    }
}
