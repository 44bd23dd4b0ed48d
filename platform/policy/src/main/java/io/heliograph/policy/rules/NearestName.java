package io.heliograph.policy.rules;

import java.util.Collection;
import java.util.Optional;

/** The known name that somebody probably meant. */
final class NearestName {
    private static final int MOST_EDITS = 3;

    private NearestName() {}

    /** The nearest by edits, if it is near: at most half of the letters differ, and at most three. */
    static Optional<String> of(String written, Collection<String> known) {
        String best = null;
        int bestEdits = Math.clamp(written.length() / 2, 1, MOST_EDITS) + 1;
        for (String name : known) {
            int edits = edits(written, name);
            if (edits < bestEdits) {
                bestEdits = edits;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein's distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
