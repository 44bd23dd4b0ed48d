package io.heliograph.web.join;

import io.heliograph.core.account.AccountRoom;
import io.heliograph.core.account.AccountSettings;
import io.heliograph.core.account.Invites;
import io.heliograph.core.account.NewSession;
import io.heliograph.core.account.Person;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import io.heliograph.web.edge.ClientFacts;
import io.heliograph.web.port.AccountView;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Ways in and one's own account, by core's accounts. */
public final class CoreAccounts implements Accounts {
    private final AccountRoom room;
    private final Supplier<AccountSettings> settings;
    private final Supplier<OptionalInt> ipKeptDays;
    private final InstantSource clock;

    /** @param ipKeptDays how long a network address is kept, where that is set */
    public CoreAccounts(
            AccountRoom room,
            Supplier<AccountSettings> settings,
            Supplier<OptionalInt> ipKeptDays,
            InstantSource clock) {
        this.room = room;
        this.settings = settings;
        this.ipKeptDays = ipKeptDays;
        this.clock = clock;
    }

    @Override
    public SignedIn signIn(Optional<String> method, String email, String password, ClientFacts client) {
        return signedIn(room.signIn().withPassword(method, email, password, CoreAuthenticator.client(client)));
    }

    @Override
    public boolean endSession(PrincipalId principal, SessionId session) {
        return room.sessions().end(principal, session);
    }

    @Override
    public void endOtherSessions(PrincipalId principal, Optional<SessionId> keep) {
        room.sessions().endOthers(principal, keep);
    }

    @Override
    public List<SessionView> sessions(PrincipalId principal) {
        return room.sessions().list(principal).stream()
                .map(entry -> new SessionView(
                        entry.id(),
                        entry.device(),
                        entry.address(),
                        entry.createdAt(),
                        entry.lastSeenAt(),
                        earlier(entry.idleUntil(), entry.expiresAt())))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public List<SignInMethod> methods() {
        return room.signIn().methods().stream()
                .map(method -> new SignInMethod(method.id().value(), method.kind(), method.label()))
                .toList();
    }

    @Override
    public SignUpInfo signUpInfo() {
        AccountSettings now = settings.get();
        return new SignUpInfo(
                now.effectiveMode().name().toLowerCase(Locale.ROOT),
                now.minPasswordLength(),
                now.contact(),
                ipKeptDays.get());
    }

    @Override
    public Optional<SignedIn> signUp(SignUp command, ClientFacts client) {
        return room.signUp()
                .signUp(
                        command.email(),
                        command.password(),
                        command.inviteToken(),
                        command.locale(),
                        CoreAuthenticator.client(client))
                .map(CoreAccounts::signedIn);
    }

    @Override
    public Optional<InviteView> inspectInvite(String token) {
        return room.invites().inspect(token).map(entry -> invite(entry, clock.instant()));
    }

    @Override
    public boolean administratorMissing() {
        return room.signUp().administratorMissing();
    }

    @Override
    public SignedIn createFirstAdministrator(
            String token, String email, String password, Locale locale, ClientFacts client) {
        return signedIn(
                room.signUp().firstAdministrator(token, email, password, locale, CoreAuthenticator.client(client)));
    }

    @Override
    public void requestPasswordReset(String email, Locale locale) {
        room.accounts().requestPasswordReset(email);
    }

    @Override
    public void completePasswordReset(String token, String newPassword) {
        room.accounts().completePasswordReset(token, newPassword);
    }

    @Override
    public void completeEmailConfirmation(String token) {
        room.accounts().completeEmailConfirmation(token);
    }

    @Override
    public AccountView account(PrincipalId principal) {
        return view(room.accounts().account(principal));
    }

    @Override
    public AccountView setLocale(PrincipalId principal, String locale) {
        return view(room.accounts().setLocale(principal, Locale.forLanguageTag(locale)));
    }

    @Override
    public void changeEmail(PrincipalId principal, String newEmail, String password) {
        room.accounts().changeEmail(principal, newEmail, password);
    }

    @Override
    public void requestEmailConfirmation(PrincipalId principal) {
        room.accounts().requestEmailConfirmation(principal);
    }

    @Override
    public void changePassword(PrincipalId principal, Optional<SessionId> keep, String current, String replacement) {
        room.accounts().changePassword(principal, keep, current, replacement);
    }

    private static SignedIn signedIn(NewSession session) {
        return new SignedIn(session.token(), session.lasts());
    }

    private static AccountView view(Person person) {
        return new AccountView(
                person.id(),
                person.email(),
                person.emailConfirmed(),
                person.pendingEmail(),
                person.role().word(),
                person.locale().getLanguage(),
                person.createdAt(),
                person.passwordChangedAt());
    }

    static InviteView invite(Invites.Entry entry, Instant now) {
        return new InviteView(
                entry.id(),
                entry.email(),
                entry.role().word(),
                entry.state(now).name().toLowerCase(Locale.ROOT),
                entry.note(),
                entry.createdAt(),
                entry.expiresAt(),
                entry.usedAt());
    }
}
