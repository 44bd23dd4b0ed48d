package io.heliograph.plugins.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Passwords that everybody tries first: a bundled list of words and sequences, also when digits or signs stand behind
 * them ("password2026!").
 */
final class CommonPasswords {
    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    /** The list in this plugin. */
    static CommonPasswords bundled() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-passwords.txt is missing from the plugin");
            }
            Set<String> words = new HashSet<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    words.add(line.strip().toLowerCase(Locale.ROOT));
                }
            }
            return new CommonPasswords(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param plain in lower case */
    boolean contains(String plain) {
        return words.contains(plain) || words.contains(bare(plain)) || isRepeated(plain);
    }

    /** Without digits and signs at either end. */
    private static String bare(String plain) {
        int from = 0;
        int to = plain.length();
        while (from < to && !Character.isLetter(plain.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(plain.charAt(to - 1))) {
            to--;
        }
        return unleet(plain.substring(from, to));
    }

    /** "p@ssw0rd" is "password". */
    private static String unleet(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    /** A common word twice or more often ("secretsecret"). */
    private boolean isRepeated(String plain) {
        for (int length = 3; length * 2 <= plain.length(); length++) {
            String part = plain.substring(0, length);
            if (plain.length() % length == 0
                    && words.contains(part)
                    && part.repeat(plain.length() / length).equals(plain)) {
                return true;
            }
        }
        return false;
    }
}
