package io.heliograph.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A position in a keyset list: the sort keys of the last row handed out. Opaque to clients, stable across restarts, at
 * most 512 characters. It grants nothing: the list it continues applies its visibility again.
 */
public record Cursor(List<String> keys) {
    private static final int LONGEST = 512;
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** The position after a row with these sort keys. */
    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    /** The text a client gets and sends back. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads {@link #encode()}'s text with exactly {@code keyCount} keys; empty for anything else. */
    public static Optional<Cursor> decode(String text, int keyCount) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> keys = List.of(joined.split(SEPARATOR, -1));
            return keys.size() == keyCount ? Optional.of(new Cursor(keys)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
