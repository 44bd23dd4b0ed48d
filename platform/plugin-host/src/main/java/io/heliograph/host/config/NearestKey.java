package io.heliograph.host.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class NearestKey {
    private static final int FARTHEST = 3;

    private NearestKey() {}

    /** The known key with the fewest differing letters, at most three. */
    public static Optional<String> of(String written, Collection<String> known) {
        return known.stream()
                .filter(key -> distance(written, key) <= FARTHEST)
                .min(Comparator.comparingInt(key -> distance(written, key)));
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
