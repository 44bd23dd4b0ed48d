package io.heliograph.spi;

import java.util.Arrays;

/**
 * A text that must not be printed. {@link #toString()} never shows it; {@link #destroy()} overwrites it. Equality is by
 * identity, so that no collection compares secrets by accident.
 */
public final class Secret {
    private final char[] value;

    private Secret(char[] value) {
        this.value = value;
    }

    /** Copies {@code value}. */
    public static Secret of(char[] value) {
        return new Secret(value.clone());
    }

    /** For values that arrive as strings. */
    public static Secret of(String value) {
        return new Secret(value.toCharArray());
    }

    /** A copy for the one call that needs it. */
    public char[] reveal() {
        return value.clone();
    }

    /** The text, where an interface leaves no other way. */
    public String revealText() {
        return new String(value);
    }

    /** Number of characters. */
    public int length() {
        return value.length;
    }

    /** Overwrites the text; afterwards it reads as NUL characters. */
    public void destroy() {
        Arrays.fill(value, '\0');
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
