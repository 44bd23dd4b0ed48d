package io.heliograph.host.config;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host that a plugin declares: {@code api.example.com}, {@code *.example.com} (any name below, not the name itself),
 * {@code mail.example.com:587}, or {@code setting:KEY}, the host that the operator wrote into the text setting KEY as an
 * address or as {@code host:port}.
 *
 * @param name lower-case name without the leading {@code *.}, or the key of the setting
 * @param port the only port; without one, the scheme's own (443)
 */
public record HostPattern(Form form, String name, OptionalInt port) {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?(" + LABEL + "(\\." + LABEL + ")+)(:([0-9]{1,5}))?");
    private static final Pattern SETTING = Pattern.compile("setting:([a-z][a-z0-9-]{0,59})");

    /** How the host is named. */
    public enum Form {
        EXACT,
        BELOW,
        SETTING
    }

    /** Reads a pattern; empty if the text is none. */
    public static Optional<HostPattern> parse(String text) {
        Matcher setting = SETTING.matcher(text);
        if (setting.matches()) {
            return Optional.of(new HostPattern(Form.SETTING, setting.group(1), OptionalInt.empty()));
        }
        Matcher host = HOST.matcher(text.toLowerCase(Locale.ROOT));
        if (!host.matches()) {
            return Optional.empty();
        }
        OptionalInt port =
                host.group(6) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(host.group(6)));
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65_535)) {
            return Optional.empty();
        }
        boolean below = host.group(1) != null;
        // "*.com" would be no declaration at all.
        if (below && host.group(2).indexOf('.') < 0) {
            return Optional.empty();
        }
        return Optional.of(new HostPattern(below ? Form.BELOW : Form.EXACT, host.group(2), port));
    }

    /** The text it was read from. */
    @Override
    public String toString() {
        String suffix = port.isPresent() ? ":" + port.getAsInt() : "";
        return switch (form) {
            case EXACT -> name + suffix;
            case BELOW -> "*." + name + suffix;
            case SETTING -> "setting:" + name;
        };
    }
}
