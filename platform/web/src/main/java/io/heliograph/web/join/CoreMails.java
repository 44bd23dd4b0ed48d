package io.heliograph.web.join;

import io.heliograph.core.account.Mailbox;
import io.heliograph.core.account.Outbox;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.web.port.Mails;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The outbox, by core's. */
public final class CoreMails implements Mails {
    private final Outbox outbox;

    public CoreMails(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Page<MailView> page(Optional<String> state, Optional<Cursor> after, int limit) {
        Optional<Mailbox.State> wanted = state.map(word -> Mailbox.State.valueOf(word.toUpperCase(Locale.ROOT)));
        return outbox.page(wanted, after, limit).map(entry -> view(entry, Optional.empty()));
    }

    @Override
    public Optional<MailView> read(PrincipalId administrator, UUID id) {
        return outbox.read(administrator, id).map(letter -> view(letter.entry(), Optional.of(letter.body())));
    }

    private static MailView view(Mailbox.Entry entry, Optional<String> text) {
        return new MailView(
                entry.id(),
                entry.recipient(),
                entry.subject(),
                Optional.of(entry.kind()),
                entry.state().name().toLowerCase(Locale.ROOT),
                text,
                entry.failure(),
                entry.createdAt(),
                entry.sentAt());
    }
}
