package io.heliograph.core.account;

import io.heliograph.core.account.store.InviteStore;
import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.InviteId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Invitations: made by administrators, shown once, used once. Safe for use by many threads. */
public final class Invites {
    /** How long an invitation lasts where nothing else is said. */
    public static final Duration USUAL = Duration.ofDays(7);

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int LONGEST_NOTE = 500;

    private final Tx tx;
    private final InviteStore store;
    private final Mailbox mailbox;
    private final AccountLinks links;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    Invites(
            Tx tx,
            InviteStore store,
            Mailbox mailbox,
            AccountLinks links,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.tx = tx;
        this.store = store;
        this.mailbox = mailbox;
        this.links = links;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Invites somebody; with an address a mail goes there, too.
     *
     * @param actor empty for the command line
     * @throws ProblemException of type VALIDATION
     */
    public NewInvite create(
            Optional<PrincipalId> actor,
            Optional<String> email,
            Role role,
            Optional<String> note,
            Duration lasts,
            Locale locale) {
        Optional<EmailAddress> address = email.map(typed -> EmailAddress.require(typed, "email"));
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST) > 0) {
            throw ProblemException.field(
                    ProblemType.VALIDATION, "lasts", "range", "up to " + LONGEST.toDays() + " days");
        }
        if (note.map(String::length).orElse(0) > LONGEST_NOTE) {
            throw ProblemException.field(
                    ProblemType.VALIDATION, "note", "length", "up to " + LONGEST_NOTE + " characters");
        }
        String token = Token.fresh();
        return tx.required(() -> {
            Instant now = Times.micros(clock);
            Entry entry = new Entry(
                    new InviteId(ids.next()),
                    address.map(EmailAddress::value),
                    role,
                    note,
                    actor,
                    now,
                    now.plus(lasts),
                    Optional.empty(),
                    Optional.empty());
            store.insert(entry, Token.hash(token));
            address.ifPresent(to ->
                    mailbox.post(Mailbox.Draft.toStranger(MailKind.INVITE, to.value(), locale, links.invite(token))));
            audit.record(AuditEntry.of("invite.create")
                    .by(actor.orElse(null))
                    .on("invite", entry.id())
                    .detail("role", role.word()));
            return new NewInvite(entry, token);
        });
    }

    /** Takes an open invitation back. @return false if there is none that is open */
    public boolean revoke(Optional<PrincipalId> actor, InviteId invite) {
        return tx.required(() -> {
            boolean revoked = store.revoke(invite, Times.micros(clock));
            if (revoked) {
                audit.record(
                        AuditEntry.of("invite.revoke").by(actor.orElse(null)).on("invite", invite));
            }
            return revoked;
        });
    }

    /** What an invitation is good for; empty if it is not, or no longer. */
    public Optional<Entry> inspect(String token) {
        if (!Token.wellFormed(token)) {
            return Optional.empty();
        }
        Instant now = Times.micros(clock);
        return tx.required(() -> store.byToken(Token.hash(token))).filter(entry -> entry.state(now) == State.OPEN);
    }

    /** Invitations, newest first. */
    public Page<Entry> page(Optional<Cursor> after, int limit) {
        return tx.required(() -> Page.cut(
                store.page(Positions.time(after), Positions.id(after), limit + 1),
                limit,
                last -> Positions.of(last.createdAt(), last.id().value())));
    }

    /** What has become of an invitation. */
    public enum State {
        OPEN,
        USED,
        REVOKED,
        EXPIRED
    }

    /** An invitation. @param email the only address it is good for; empty for any */
    public record Entry(
            InviteId id,
            Optional<String> email,
            Role role,
            Optional<String> note,
            Optional<PrincipalId> createdBy,
            Instant createdAt,
            Instant expiresAt,
            Optional<Instant> usedAt,
            Optional<Instant> revokedAt) {
        /** What has become of it at {@code now}. */
        public State state(Instant now) {
            if (usedAt.isPresent()) {
                return State.USED;
            }
            if (revokedAt.isPresent()) {
                return State.REVOKED;
            }
            return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
        }
    }

    /** An invitation that was just made. @param token shown once, for the fragment of a link */
    public record NewInvite(Entry invite, String token) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "NewInvite[" + invite.id() + "]";
        }
    }
}
