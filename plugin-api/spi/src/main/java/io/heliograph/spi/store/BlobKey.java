package io.heliograph.spi.store;

import java.util.regex.Pattern;

/**
 * Name of a blob: 1 to 6 segments of 1 to 64 lower-case letters, digits, hyphens and underscores, joined by a slash. It
 * cannot hold a dot, so it cannot climb out of a folder.
 */
public record BlobKey(String value) implements Comparable<BlobKey> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]{1,64}(/[a-z0-9_-]{1,64}){0,5}");

    /** @throws IllegalArgumentException if the key has another form. */
    public BlobKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a blob key");
        }
    }

    @Override
    public int compareTo(BlobKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
