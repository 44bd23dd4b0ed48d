package io.heliograph.core.account;

import java.util.List;
import java.util.Locale;

/** Writes a mail's words in a person's language; the wiring joins it to the message catalogue. */
@FunctionalInterface
public interface MailTexts {
    /**
     * Subject and plain text.
     *
     * @param link the one address in it; empty where a mail has none
     * @param details days and numbers in it, as text: what {@code {2}} and on stand for
     */
    Words write(MailKind kind, Locale locale, String link, List<String> details);

    /** Words of a mail. */
    record Words(String subject, String text) {}
}
