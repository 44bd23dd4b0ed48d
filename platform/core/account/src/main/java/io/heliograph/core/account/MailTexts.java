package io.heliograph.core.account;

import java.util.Locale;

/** Writes a mail's words in a person's language; the wiring joins it to the message catalogue. */
@FunctionalInterface
public interface MailTexts {
    /**
     * Subject and plain text.
     *
     * @param link the one address in it; empty where a mail has none
     */
    Words write(MailKind kind, Locale locale, String link);

    /** Words of a mail. */
    record Words(String subject, String text) {}
}
