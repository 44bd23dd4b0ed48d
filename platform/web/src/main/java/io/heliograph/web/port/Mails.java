package io.heliograph.web.port;

import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The outbox, for administrators: every mail that the installation wrote. */
public interface Mails {
    /** Mails, newest first, without their text. @param state {@code waiting}, {@code sent}, {@code failed} or {@code kept} */
    Page<MailView> page(Optional<String> state, Optional<Cursor> after, int limit);

    /** One mail with its text; that the administrator read it is on record. */
    Optional<MailView> read(PrincipalId administrator, UUID id);

    /** A mail. @param text only where one is asked for */
    record MailView(
            UUID id,
            String to,
            String subject,
            Optional<String> kind,
            String state,
            Optional<String> text,
            Optional<String> failure,
            Instant createdAt,
            Optional<Instant> sentAt) {
        /** Hides addressee, subject and text. */
        @Override
        public String toString() {
            return "MailView[" + id + ", " + state + "]";
        }
    }
}
