package io.heliograph.core.account;

import io.heliograph.core.crypto.Sealer;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Where mails are posted. They go to the outbox first, sealed, and from there to a mailer where one is configured; where
 * none is, an administrator reads them out of the outbox.
 */
public interface Mailbox {
    /** Posts a mail, in the ambient unit of work or one of its own. */
    void post(Draft draft);

    /**
     * A mail to be written.
     *
     * @param owner under whose key it is sealed and with whom it is erased
     * @param link the address it leads to; empty if it has none
     * @param details days and numbers in it, as text in the person's language
     */
    record Draft(PrincipalId owner, MailKind kind, String recipient, Locale locale, String link, List<String> details) {
        public Draft {
            details = List.copyOf(details);
        }

        /** One that says nothing but its kind. */
        public Draft(PrincipalId owner, MailKind kind, String recipient, Locale locale, String link) {
            this(owner, kind, recipient, locale, link, List.of());
        }

        /** To somebody who has no account: sealed under the installation's key. */
        static Draft toStranger(MailKind kind, String recipient, Locale locale, String link) {
            return new Draft(Sealer.INSTALLATION, kind, recipient, locale, link);
        }

        /** Hides everything but the kind. */
        @Override
        public String toString() {
            return "Draft[" + kind + "]";
        }
    }

    /** Where a mail is on its way. */
    enum State {
        /** To be sent. */
        WAITING,
        /** Taken by a mailer. */
        SENT,
        /** Given up after several attempts. */
        FAILED,
        /** There is no mailer: an administrator passes it on. */
        KEPT
    }

    /** A mail without its text. @param failure stable code of the last failed attempt */
    record Entry(
            UUID id,
            PrincipalId owner,
            String kind,
            String recipient,
            String subject,
            State state,
            int attempts,
            Instant createdAt,
            Optional<Instant> sentAt,
            Optional<String> failure) {
        /** Hides addressee and subject. */
        @Override
        public String toString() {
            return "Mail[" + id + ", " + kind + ", " + state + "]";
        }
    }

    /** A mail with its text. */
    record Letter(Entry entry, String body) {
        /** Hides the text. */
        @Override
        public String toString() {
            return "Letter[" + entry.id() + "]";
        }
    }
}
