package io.heliograph.core.account;

import io.heliograph.core.account.store.MailStore;
import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The outbox: every mail the installation writes, sealed, for administrators to see and for the mailer to send. A mail
 * is handed over at least once; its id goes along, so a mailer can tell a repetition. Safe for use by many threads.
 */
public final class Outbox implements Mailbox {
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 20;

    private final Tx tx;
    private final MailStore store;
    private final MailTexts texts;
    private final MailCarrier carrier;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    Outbox(Tx tx, MailStore store, MailTexts texts, MailCarrier carrier, AuditLog audit, Ids ids, InstantSource clock) {
        this.tx = tx;
        this.store = store;
        this.texts = texts;
        this.carrier = carrier;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void post(Draft draft) {
        MailTexts.Words words = texts.write(draft.kind(), draft.locale(), draft.link(), draft.details());
        tx.required(() -> store.insert(
                new Entry(
                        ids.next(),
                        draft.owner(),
                        draft.kind().word(),
                        draft.recipient(),
                        words.subject(),
                        carrier.present() ? State.WAITING : State.KEPT,
                        0,
                        Times.micros(clock),
                        Optional.empty(),
                        Optional.empty()),
                words.text()));
    }

    /** Mails, newest first, without their text. */
    public Page<Entry> page(Optional<State> state, Optional<Cursor> after, int limit) {
        return tx.required(() -> Page.cut(
                store.page(state, Positions.time(after), Positions.id(after), limit + 1),
                limit,
                last -> Positions.of(last.createdAt(), last.id())));
    }

    /** One mail with its text; that an administrator read it is on record. */
    public Optional<Letter> read(PrincipalId administrator, UUID id) {
        return tx.required(() -> {
            Optional<Letter> letter = store.letter(id);
            letter.ifPresent(found -> audit.record(AuditEntry.of("mail.read")
                    .by(administrator)
                    .ownedBy(found.entry().owner())
                    .on("mail", id)));
            return letter;
        });
    }

    /** Hands over what is due; a chore. @return how many mails were taken */
    public int deliver() {
        if (!carrier.present()) {
            return 0;
        }
        int taken = 0;
        for (UUID id : tx.required(() -> store.due(Times.micros(clock), BATCH))) {
            taken += deliver(id) ? 1 : 0;
        }
        return taken;
    }

    private boolean deliver(UUID id) {
        Instant now = Times.micros(clock);
        Optional<Letter> letter = tx.required(() -> {
            Optional<Letter> found = store.letter(id);
            int attempt = found.map(l -> l.entry().attempts()).orElse(0);
            return store.claim(id, now, now.plus(FIRST_PAUSE.multipliedBy(1L << attempt))) ? found : Optional.empty();
        });
        if (letter.isEmpty()) {
            return false;
        }
        MailCarrier.Outcome outcome = carrier.carry(letter.get());
        boolean givenUp = !outcome.worthRetrying() || letter.get().entry().attempts() + 1 >= MOST_ATTEMPTS;
        tx.required(() -> {
            if (outcome.taken()) {
                store.ended(id, State.SENT, Times.micros(clock), null);
            } else {
                store.ended(id, givenUp ? State.FAILED : State.WAITING, null, outcome.code());
            }
        });
        return outcome.taken();
    }

    /** The carrier's mails that wait; for health pages. */
    public List<UUID> due() {
        return tx.required(() -> store.due(Times.micros(clock), BATCH));
    }
}
