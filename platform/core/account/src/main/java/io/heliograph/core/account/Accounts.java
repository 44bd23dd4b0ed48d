package io.heliograph.core.account;

import io.heliograph.core.account.store.LinkStore;
import io.heliograph.core.account.store.PersonStore;
import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** What people do with their own account. Safe for use by many threads. */
@Commitment("G2")
public final class Accounts {
    /** How old a sign-in may be that stands for the password. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    private final Tx tx;
    private final PersonStore persons;
    private final LinkStore links;
    private final Passwords passwords;
    private final BrowserSessions sessions;
    private final AccountMails mails;
    private final AuditLog audit;
    private final Executor background;
    private final InstantSource clock;

    Accounts(
            Tx tx,
            PersonStore persons,
            LinkStore links,
            Passwords passwords,
            BrowserSessions sessions,
            AccountMails mails,
            AuditLog audit,
            Executor background,
            InstantSource clock) {
        this.tx = tx;
        this.persons = persons;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.mails = mails;
        this.audit = audit;
        this.background = background;
        this.clock = clock;
    }

    /** One's own account. @throws ProblemException of type NOT_FOUND */
    public Person account(PrincipalId who) {
        return tx.required(() -> require(who));
    }

    /** The account, for other features; empty for unknown and erased ones. */
    public Optional<Person> find(PrincipalId who) {
        return tx.required(() -> persons.find(who));
    }

    /** Whose address it is, for the command line. */
    public Optional<PrincipalId> byEmail(String email) {
        return EmailAddress.parse(email).flatMap(address -> tx.required(() -> persons.byEmail(address)));
    }

    /** The principal's revocation epoch; empty for an unknown one. It moves when the person is locked out or erased. */
    public OptionalLong epoch(PrincipalId who) {
        return tx.required(() -> PersonStore.standing(who))
                .map(standing -> OptionalLong.of(standing.epoch()))
                .orElseGet(OptionalLong::empty);
    }

    /**
     * Makes sure that it is the person, before something that cannot be undone: by the password, or, where none is given,
     * by a sign-in of the last {@link #FRESH}.
     *
     * @throws ProblemException of type WRONG_CREDENTIALS
     */
    public void confirm(PrincipalId who, Optional<String> password, Optional<SessionId> session) {
        if (password.isPresent()) {
            requirePassword(who, password.get());
            return;
        }
        Instant since = clock.instant().minus(FRESH);
        boolean fresh = session.isPresent()
                && sessions.list(who).stream()
                        .anyMatch(entry -> entry.id().equals(session.get())
                                && entry.createdAt().isAfter(since));
        if (!fresh) {
            throw ProblemException.of(ProblemType.WRONG_CREDENTIALS);
        }
    }

    /** Tells a person by mail that their account goes; in the caller's unit of work. */
    public void tellErasure(PrincipalId who, Instant dueAt, String receiptCode) {
        tx.required(() -> persons.find(who).ifPresent(person -> mails.erasureScheduled(person, dueAt, receiptCode)));
    }

    /** Tells a person by mail that their account stays; in the caller's unit of work. */
    public void tellErasureTakenBack(PrincipalId who) {
        tx.required(() -> persons.find(who).ifPresent(mails::erasureTakenBack));
    }

    /** Whether the principal may act at this moment. */
    public boolean active(PrincipalId who) {
        return tx.required(() -> PersonStore.standing(who))
                .map(PersonStore.Standing::active)
                .orElse(false);
    }

    /** Tells a person by mail that files of theirs end soon; in the caller's unit of work. */
    public void tellFilesEnd(PrincipalId who, int files, Instant first) {
        tx.required(() -> persons.find(who).ifPresent(person -> mails.filesEnd(person, files, first)));
    }

    /** Changes the language. */
    public Person setLocale(PrincipalId who, Locale locale) {
        return tx.required(() -> {
            persons.setLocale(who, locale);
            sessions.forget(who);
            return require(who);
        });
    }

    /**
     * Asks for another address: a link goes there, and only its use makes the change. The answer does not tell whether
     * the address has another account; such a link then does nothing.
     *
     * @throws ProblemException of type WRONG_CREDENTIALS or VALIDATION
     */
    public void changeEmail(PrincipalId who, String newEmail, String password) {
        EmailAddress address = EmailAddress.require(newEmail, "email");
        requirePassword(who, password);
        tx.required(() -> {
            Person person = require(who);
            persons.setPendingEmail(who, address);
            mails.confirmEmail(who, address, person.locale());
            audit.record(
                    AuditEntry.of("account.email-asked").by(who).ownedBy(who).on("principal", who));
        });
    }

    /** Sends the confirming link again, to the address that waits for it. Nothing if none does. */
    public void requestEmailConfirmation(PrincipalId who) {
        tx.required(() -> {
            Person person = require(who);
            Optional<String> waiting = person.pendingEmail()
                    .or(() -> person.emailConfirmed() ? Optional.empty() : Optional.of(person.email()));
            waiting.flatMap(EmailAddress::parse).ifPresent(to -> mails.confirmEmail(who, to, person.locale()));
        });
    }

    /** Confirms an address by a link's token. @throws ProblemException of type LINK_USED_OR_EXPIRED */
    public void completeEmailConfirmation(String token) {
        byte[] hash = Token.hash(token);
        tx.required(() -> {
            PrincipalId who = owner(LinkPurpose.EMAIL_CONFIRMATION, hash);
            Person person = require(who);
            Optional<EmailAddress> pending = person.pendingEmail().flatMap(EmailAddress::parse);
            if (pending.isEmpty()) {
                persons.emailConfirmed(who);
            } else if (!persons.takePendingEmail(who, pending.get())) {
                throw ProblemException.of(ProblemType.LINK_USED_OR_EXPIRED);
            }
            audit.record(AuditEntry.of("account.email-confirmed")
                    .by(who)
                    .ownedBy(who)
                    .on("principal", who));
        });
    }

    /**
     * Changes the password and ends the other sessions.
     *
     * @param keep the session that asks
     * @throws ProblemException of type WRONG_CREDENTIALS or WEAK_PASSWORD
     */
    public void changePassword(PrincipalId who, Optional<SessionId> keep, String current, String replacement) {
        requirePassword(who, current);
        setPassword(who, keep, replacement, "account.password-changed");
    }

    /**
     * Sends a link for a new password where there is such an account. Returns at once and tells nothing: the work is done
     * elsewhere, so neither answer nor time shows whether there is one.
     */
    public void requestPasswordReset(String email) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        background.execute(() -> address.ifPresent(typed ->
                tx.required(() -> persons.byEmail(typed).flatMap(persons::find).ifPresent(mails::resetPassword))));
    }

    /** Sets a password by a link's token and ends all sessions. @throws ProblemException of type LINK_USED_OR_EXPIRED or WEAK_PASSWORD */
    public void completePasswordReset(String token, String newPassword) {
        byte[] hash = Token.hash(token);
        PrincipalId who = tx.required(() -> links.owner(LinkPurpose.PASSWORD_RESET, hash, Times.micros(clock)))
                .orElseThrow(() -> ProblemException.of(ProblemType.LINK_USED_OR_EXPIRED));
        EmailAddress email = new EmailAddress(account(who).email());
        // A weak password must not use the link up, so the link goes after the plugin has taken the new one.
        passwords.set(who, email, newPassword);
        tx.required(() -> {
            links.use(LinkPurpose.PASSWORD_RESET, hash, Times.micros(clock));
            passwordWasSet(who, Optional.empty(), "account.password-reset");
        });
    }

    private void setPassword(PrincipalId who, Optional<SessionId> keep, String password, String action) {
        passwords.set(who, new EmailAddress(account(who).email()), password);
        tx.required(() -> passwordWasSet(who, keep, action));
    }

    private void passwordWasSet(PrincipalId who, Optional<SessionId> keep, String action) {
        Instant now = Times.micros(clock);
        persons.passwordChanged(who, now);
        links.delete(LinkPurpose.PASSWORD_RESET, who);
        sessions.endOthers(who, keep);
        mails.passwordChanged(require(who));
        audit.record(AuditEntry.of(action).by(who).ownedBy(who).on("principal", who));
    }

    private void requirePassword(PrincipalId who, String password) {
        if (!passwords.right(Optional.empty(), Optional.of(who), password)) {
            throw ProblemException.of(ProblemType.WRONG_CREDENTIALS);
        }
    }

    private PrincipalId owner(String purpose, byte[] hash) {
        Instant now = Times.micros(clock);
        PrincipalId who = links.owner(purpose, hash, now)
                .orElseThrow(() -> ProblemException.of(ProblemType.LINK_USED_OR_EXPIRED));
        if (!links.use(purpose, hash, now)) {
            throw ProblemException.of(ProblemType.LINK_USED_OR_EXPIRED);
        }
        return who;
    }

    private Person require(PrincipalId who) {
        return persons.find(who).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }
}
