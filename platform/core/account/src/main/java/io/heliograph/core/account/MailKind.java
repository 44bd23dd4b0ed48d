package io.heliograph.core.account;

import java.util.Locale;

/** The mails accounts write. The word is the stable part of their texts' keys. */
public enum MailKind {
    INVITE,
    PASSWORD_RESET,
    EMAIL_CONFIRMATION,
    /** Somebody wanted to sign up with an address that has an account. */
    ACCOUNT_EXISTS,
    PASSWORD_CHANGED,
    SUSPENDED,
    /** The account goes on a day that is named. */
    ERASURE_SCHEDULED,
    /** The account stays after all. */
    ERASURE_TAKEN_BACK,
    /** Files of the person end soon. */
    FILES_END;

    /** As in {@code mail.password-reset.subject}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
