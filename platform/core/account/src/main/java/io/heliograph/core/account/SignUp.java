package io.heliograph.core.account;

import io.heliograph.core.account.store.InviteStore;
import io.heliograph.core.account.store.LinkStore;
import io.heliograph.core.account.store.PersonStore;
import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How accounts come to be: by invitation, by signing up where that is open, or as the first administrator by the link
 * that the terminal shows. Until there is an administrator there is no other way in.
 *
 * <p>In the mode open every wish gets the same answer, a mail: so nobody learns whose address has an account. An
 * invitation answers CONFLICT for a taken address, but only three times before it is closed.
 */
@Commitment("C1")
public final class SignUp {
    /** How long the first administrator's link is good. */
    public static final Duration FIRST_LINK = Duration.ofHours(1);

    private static final int MOST_REFUSALS = 3;

    private final Tx tx;
    private final PersonStore persons;
    private final InviteStore invites;
    private final LinkStore links;
    private final Passwords passwords;
    private final BrowserSessions sessions;
    private final AccountMails mails;
    private final AuditLog audit;
    private final Supplier<AccountSettings> settings;
    private final Consumer<PrincipalId> welcome;
    private final Ids ids;
    private final InstantSource clock;

    SignUp(
            Tx tx,
            PersonStore persons,
            InviteStore invites,
            LinkStore links,
            Passwords passwords,
            BrowserSessions sessions,
            AccountMails mails,
            AuditLog audit,
            Supplier<AccountSettings> settings,
            Consumer<PrincipalId> welcome,
            Ids ids,
            InstantSource clock) {
        this.tx = tx;
        this.persons = persons;
        this.invites = invites;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.mails = mails;
        this.audit = audit;
        this.settings = settings;
        this.welcome = welcome;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether there is no administrator yet. */
    public boolean administratorMissing() {
        return !tx.required(persons::anyAdministrator);
    }

    /** The mode that holds now: closed while there is no administrator. */
    public AccountSettings.SignUpMode mode() {
        return administratorMissing()
                ? AccountSettings.SignUpMode.CLOSED
                : settings.get().effectiveMode();
    }

    /**
     * A new one-time token for the first administrator, good for an hour; the one before stops working. Empty once there
     * is an administrator. For the terminal only: it is never logged.
     */
    public Optional<String> issueFirstLink() {
        String token = Token.fresh();
        return tx.required(() -> {
            if (persons.anyAdministrator()) {
                links.delete(LinkPurpose.FIRST_ADMINISTRATOR, null);
                return Optional.empty();
            }
            var now = Times.micros(clock);
            links.replace(
                    ids.next(), LinkPurpose.FIRST_ADMINISTRATOR, Token.hash(token), null, now, now.plus(FIRST_LINK));
            return Optional.of(token);
        });
    }

    /**
     * Makes the first administrator and signs them in.
     *
     * @throws ProblemException of type LINK_USED_OR_EXPIRED, WEAK_PASSWORD or VALIDATION
     */
    public NewSession firstAdministrator(String token, String email, String password, Locale locale, Client client) {
        EmailAddress address = EmailAddress.require(email, "email");
        byte[] hash = Token.hash(token);
        if (!tx.required(() -> links.good(LinkPurpose.FIRST_ADMINISTRATOR, hash, Times.micros(clock)))) {
            throw ProblemException.of(ProblemType.LINK_USED_OR_EXPIRED);
        }
        return withPassword(
                address,
                password,
                id -> tx.required(() -> {
                    boolean first = links.use(LinkPurpose.FIRST_ADMINISTRATOR, hash, Times.micros(clock))
                            && !persons.anyAdministrator();
                    if (!first) {
                        throw ProblemException.of(ProblemType.LINK_USED_OR_EXPIRED);
                    }
                    insert(id, address, true, Role.ADMIN, locale, "first-link");
                    return sessions.begin(id, client);
                }));
    }

    /**
     * Makes an account.
     *
     * @param invite token of an invitation; obligatory in the mode invite
     * @return a session for whoever came by invitation; empty where a mail tells how to go on
     * @throws ProblemException of type SIGN_UP_CLOSED, LINK_USED_OR_EXPIRED, WEAK_PASSWORD, VALIDATION or CONFLICT
     */
    public Optional<NewSession> signUp(
            String email, String password, Optional<String> invite, Locale locale, Client client) {
        EmailAddress address = EmailAddress.require(email, "email");
        return switch (mode()) {
            case CLOSED -> throw ProblemException.of(ProblemType.SIGN_UP_CLOSED);
            case INVITE -> {
                String token = invite.orElseThrow(() -> ProblemException.of(ProblemType.SIGN_UP_CLOSED));
                yield Optional.of(byInvite(token, address, password, locale, client));
            }
            case OPEN -> {
                if (invite.isPresent()) {
                    yield Optional.of(byInvite(invite.get(), address, password, locale, client));
                }
                open(address, password, locale);
                yield Optional.empty();
            }
        };
    }

    private NewSession byInvite(String token, EmailAddress address, String password, Locale locale, Client client) {
        byte[] hash = Token.hash(token);
        Invites.Entry invite = tx.required(() -> invites.byToken(hash))
                .filter(entry -> entry.state(Times.micros(clock)) == Invites.State.OPEN)
                .filter(entry -> entry.email().map(address.value()::equals).orElse(true))
                .orElseThrow(() -> ProblemException.of(ProblemType.LINK_USED_OR_EXPIRED));
        if (tx.required(() -> persons.byEmail(address)).isPresent()) {
            tx.required(() -> {
                invites.refused(invite.id(), MOST_REFUSALS, Times.micros(clock));
                mails.accountExists(address, locale);
            });
            throw ProblemException.of(ProblemType.CONFLICT);
        }
        return withPassword(
                address,
                password,
                id -> tx.required(() -> {
                    if (!invites.use(invite.id(), id, Times.micros(clock))) {
                        throw ProblemException.of(ProblemType.LINK_USED_OR_EXPIRED);
                    }
                    // Whoever came by a mail to this very address has shown that it is theirs.
                    boolean confirmed = invite.email().isPresent();
                    insert(id, address, confirmed, invite.role(), locale, "invite");
                    if (!confirmed) {
                        mails.confirmEmail(id, address, locale);
                    }
                    return sessions.begin(id, client);
                }));
    }

    private void open(EmailAddress address, String password, Locale locale) {
        // The same work for a new and for a known address: the password is set for an id either way.
        PrincipalId id = new PrincipalId(ids.next());
        passwords.set(id, address, password);
        boolean made = tx.required(() -> {
            if (persons.byEmail(address).isPresent()) {
                mails.accountExists(address, locale);
                return false;
            }
            insert(id, address, false, Role.USER, locale, "open");
            mails.confirmEmail(id, address, locale);
            return true;
        });
        if (!made) {
            passwords.forget(id);
        }
    }

    /**
     * Makes an account from the command line; its address counts as confirmed.
     *
     * @throws ProblemException of type CONFLICT for a taken address, WEAK_PASSWORD or VALIDATION
     */
    public PrincipalId create(String email, String password, Role role, Locale locale) {
        EmailAddress address = EmailAddress.require(email, "email");
        if (tx.required(() -> persons.byEmail(address)).isPresent()) {
            throw ProblemException.of(ProblemType.CONFLICT);
        }
        return withPassword(address, password, id -> {
            tx.required(() -> insert(id, address, true, role, locale, "command"));
            return id;
        });
    }

    private <T> T withPassword(
            EmailAddress address, String password, java.util.function.Function<PrincipalId, T> rest) {
        PrincipalId id = new PrincipalId(ids.next());
        passwords.set(id, address, password);
        boolean done = false;
        try {
            T result = rest.apply(id);
            done = true;
            return result;
        } finally {
            if (!done) {
                passwords.forget(id);
            }
        }
    }

    private void insert(PrincipalId id, EmailAddress address, boolean confirmed, Role role, Locale locale, String way) {
        if (!persons.insert(id, address, confirmed, role, locale, Times.micros(clock))) {
            throw ProblemException.of(ProblemType.CONFLICT);
        }
        welcome.accept(id);
        audit.record(AuditEntry.of("account.create")
                .by(id)
                .ownedBy(id)
                .on("principal", id)
                .detail("way", way)
                .detail("role", role.word()));
    }
}
