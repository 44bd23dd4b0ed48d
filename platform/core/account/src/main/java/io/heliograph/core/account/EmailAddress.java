package io.heliograph.core.account;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An e-mail address in the form two writings of one address share: composed characters, small letters, the domain in
 * its ASCII form. Local parts are told apart by more only at exotic hosts, where nobody relies on it.
 *
 * @param value the normal form, at most 254 characters
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL = Pattern.compile("[^\\s@,;:<>()\\[\\]\\\\\"\\p{Cntrl}]+");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Reads what a person typed; empty if it is no address. */
    public static Optional<EmailAddress> parse(String typed) {
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        String domain;
        try {
            domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
        boolean valid = local.length() <= LONGEST_LOCAL
                && LOCAL.matcher(local).matches()
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && DOMAIN.matcher(domain).matches()
                && local.length() + domain.length() < LONGEST;
        return valid ? Optional.of(new EmailAddress(local + "@" + domain)) : Optional.empty();
    }

    /** Reads what a person typed into {@code field}. @throws ProblemException of type VALIDATION */
    public static EmailAddress require(String typed, String field) {
        return parse(typed)
                .orElseThrow(
                        () -> ProblemException.field(ProblemType.VALIDATION, field, "format", "an e-mail address"));
    }

    /** Words of it that a password must not be made of. */
    Set<String> personalWords() {
        Set<String> words = new TreeSet<>();
        words.add(value);
        for (String word : value.split("[^\\p{L}\\p{N}]+")) {
            if (word.length() >= 4) {
                words.add(word);
            }
        }
        return words;
    }

    /** Hides it: addresses are not logged. */
    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
