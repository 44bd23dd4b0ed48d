package io.heliograph.kernel;

import java.util.regex.Pattern;

/**
 * Name of one configured use of a plugin ("openai-main", "s3-eu"): 1 to 40 lower-case letters, digits and hyphens,
 * beginning with a letter. It is what is metered, limited, broken by a circuit and shown.
 */
public record InstanceId(String value) implements Comparable<InstanceId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** @throws IllegalArgumentException if the name has another form. */
    public InstanceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("instance name must match " + FORM.pattern());
        }
    }

    /** Whether {@code text} can name an instance. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(InstanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
