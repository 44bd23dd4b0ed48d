package io.heliograph.plugins.password;

import io.heliograph.spi.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a new password must be: long enough, not among the common ones, not made of what everybody knows of the person. */
final class PasswordRules {
    /** Longer ones are refused: hashing them would be somebody's way to keep us busy. */
    static final int MAX_LENGTH = 200;

    private static final int SHORTEST_PERSONAL_WORD = 4;

    private final int minLength;
    private final CommonPasswords common;

    PasswordRules(int minLength, CommonPasswords common) {
        this.minLength = minLength;
        this.common = common;
    }

    /** Stable words for what is wrong; empty when nothing is. Characters are counted as people see them. */
    List<String> reasons(Secret password, Set<String> personalWords) {
        char[] chars = password.reveal();
        String text = new String(chars);
        Arrays.fill(chars, '\0');
        List<String> reasons = new ArrayList<>();
        int length = text.codePointCount(0, text.length());
        if (length < minLength) {
            reasons.add("too-short");
        }
        if (length > MAX_LENGTH) {
            reasons.add("too-long");
            return reasons;
        }
        String plain = text.toLowerCase(Locale.ROOT);
        if (common.contains(plain) || isMonotonous(plain)) {
            reasons.add("too-common");
        }
        if (isPersonal(plain, personalWords)) {
            reasons.add("personal");
        }
        return reasons;
    }

    /** One or two characters over and over, or a run such as 1234567890. */
    private static boolean isMonotonous(String text) {
        if (text.chars().distinct().count() <= 2) {
            return true;
        }
        for (int step : new int[] {1, -1}) {
            boolean run = true;
            for (int i = 1; i < text.length() && run; i++) {
                int difference = text.charAt(i) - text.charAt(i - 1);
                run = difference == step || (text.charAt(i) == '0' && text.charAt(i - 1) == '9');
            }
            if (run) {
                return true;
            }
        }
        return false;
    }

    /** The address itself, or nothing but a personal word with a few characters around it. */
    private static boolean isPersonal(String text, Set<String> personalWords) {
        for (String word : personalWords) {
            String plain = word.toLowerCase(Locale.ROOT).strip();
            if (plain.length() >= SHORTEST_PERSONAL_WORD
                    && text.contains(plain)
                    && text.length() - plain.length() < SHORTEST_PERSONAL_WORD * 2) {
                return true;
            }
        }
        return false;
    }
}
