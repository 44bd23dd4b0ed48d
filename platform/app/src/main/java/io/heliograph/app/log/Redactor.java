package io.heliograph.app.log;

import io.heliograph.kernel.Commitment;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of a log line what must not be in it, whoever wrote it: e-mail addresses, API keys, bearer tokens, network
 * addresses beyond their network, and card numbers (13 to 19 digits that pass the Luhn check; P2).
 */
@Commitment({"U3", "P2", "C4"})
public final class Redactor {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");
    private static final Pattern KEY = Pattern.compile("\\b(hg_|sk-|whsec_)[A-Za-z0-9_-]{8,}");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");
    private static final Pattern ADDRESS =
            Pattern.compile("\\b(?!127\\.0\\.0\\.1\\b)(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}\\b");
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w-])\\d(?:[ -]?\\d){12,18}(?![\\w-])");

    private Redactor() {}

    /** The line without them. */
    public static String redact(String line) {
        String text = EMAIL.matcher(line).replaceAll("(e-mail)");
        text = BEARER.matcher(text).replaceAll("$1 (hidden)");
        text = KEY.matcher(text).replaceAll("$1(hidden)");
        text = ADDRESS.matcher(text).replaceAll("$1.x");
        return DIGITS.matcher(text).replaceAll(Redactor::card);
    }

    private static String card(MatchResult match) {
        String digits = match.group().replaceAll("\\D", "");
        return luhn(digits) ? "(card number)" : match.group();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
