package io.heliograph.web.api;

import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.InviteId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.SessionId;
import io.heliograph.web.edge.Authenticator;
import io.heliograph.web.edge.Caller;
import io.heliograph.web.edge.ClientFacts;
import io.heliograph.web.edge.Csrf;
import io.heliograph.web.port.AccountView;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.Keys;
import io.heliograph.web.port.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One person who may do everything, with the password {@value #PASSWORD}. */
final class FakeAccounts implements Accounts, Keys, Authenticator {
    static final String PASSWORD = "correct horse battery";
    static final String EMAIL = "ann@example.org";
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Set<String> EVERYTHING = Set.of(
            "account:read",
            "account:write",
            "models:read",
            "generations:create",
            "generations:read",
            "assets:read",
            "assets:write",
            "assets:delete",
            "credits:read",
            "events:read",
            "admin:health",
            "admin:plugins",
            "admin:people",
            "admin:mails",
            "admin:settings");

    final PrincipalId ann;
    final Map<String, SessionId> sessions = new ConcurrentHashMap<>();
    final Map<String, KeyView> keys = new ConcurrentHashMap<>();
    final List<String> mails = new ArrayList<>();
    volatile Instant sessionEnds = Instant.parse("2999-01-01T00:00:00Z");
    private final Ids ids;
    private volatile String locale = "en";

    FakeAccounts(Ids ids) {
        this.ids = ids;
        this.ann = new PrincipalId(ids.next());
    }

    String newSession() {
        String token = "session-" + ids.next();
        sessions.put(token, new SessionId(ids.next()));
        return token;
    }

    @Override
    public Optional<Caller.Browser> session(String token, ClientFacts client) {
        return Optional.ofNullable(sessions.get(token))
                .map(id -> new Caller.Browser(
                        ann,
                        id,
                        "admin",
                        EVERYTHING,
                        Optional.of(Locale.forLanguageTag(locale)),
                        sessionEnds,
                        Csrf.tokenOf(token)));
    }

    @Override
    public Optional<Caller.Program> key(String key, ClientFacts client) {
        return Optional.ofNullable(keys.get(key))
                .map(view -> new Caller.Program(ann, view.id(), "user", Set.copyOf(view.scopes()), Optional.empty()));
    }

    @Override
    public SignedIn signIn(Optional<String> method, String email, String password, ClientFacts client) {
        if (!email.equals(EMAIL) || !password.equals(PASSWORD)) {
            throw ProblemException.of(ProblemType.WRONG_CREDENTIALS);
        }
        return new SignedIn(newSession(), Duration.ofDays(14));
    }

    @Override
    public boolean endSession(PrincipalId principal, SessionId session) {
        return sessions.values().remove(session);
    }

    @Override
    public void endOtherSessions(PrincipalId principal, Optional<SessionId> keep) {
        sessions.values().removeIf(id -> keep.filter(id::equals).isEmpty());
    }

    @Override
    public List<SessionView> sessions(PrincipalId principal) {
        return sessions.values().stream()
                .map(id -> new SessionView(id, "Firefox on Linux", "127.0.0.0", NOW, NOW, NOW))
                .toList();
    }

    @Override
    public List<SignInMethod> methods() {
        return List.of(new SignInMethod("password", "password", "Password"));
    }

    @Override
    public SignUpInfo signUpInfo() {
        return new SignUpInfo("invite", 12, Optional.of("office@example.org"), OptionalInt.of(30));
    }

    @Override
    public Optional<SignedIn> signUp(SignUp command, ClientFacts client) {
        return command.inviteToken().map(_ -> new SignedIn(newSession(), Duration.ofDays(14)));
    }

    @Override
    public Optional<InviteView> inspectInvite(String token) {
        return token.startsWith("good") ? Optional.of(invite()) : Optional.empty();
    }

    InviteView invite() {
        return new InviteView(
                new InviteId(ids.next()),
                Optional.of("bob@example.org"),
                "user",
                "open",
                Optional.empty(),
                NOW,
                NOW,
                Optional.empty());
    }

    @Override
    public boolean administratorMissing() {
        return false;
    }

    @Override
    public SignedIn createFirstAdministrator(
            String token, String email, String password, Locale wanted, ClientFacts client) {
        if (!token.startsWith("good")) {
            throw ProblemException.of(ProblemType.LINK_USED_OR_EXPIRED);
        }
        return new SignedIn(newSession(), Duration.ofDays(14));
    }

    @Override
    public void requestPasswordReset(String email, Locale wanted) {
        mails.add(email);
    }

    @Override
    public void completePasswordReset(String token, String newPassword) {
        if (newPassword.length() < 12) {
            throw ProblemException.field(ProblemType.WEAK_PASSWORD, "/newPassword", "minLength", "12 characters");
        }
    }

    @Override
    public void completeEmailConfirmation(String token) {
        mails.clear();
    }

    @Override
    public AccountView account(PrincipalId principal) {
        return new AccountView(principal, EMAIL, true, Optional.empty(), "admin", locale, NOW, Optional.of(NOW));
    }

    @Override
    public AccountView setLocale(PrincipalId principal, String wanted) {
        this.locale = wanted;
        return account(principal);
    }

    @Override
    public void changeEmail(PrincipalId principal, String newEmail, String password) {
        if (!password.equals(PASSWORD)) {
            throw ProblemException.of(ProblemType.WRONG_CREDENTIALS);
        }
        mails.add(newEmail);
    }

    @Override
    public void requestEmailConfirmation(PrincipalId principal) {
        mails.add(EMAIL);
    }

    @Override
    public void changePassword(PrincipalId principal, Optional<SessionId> keep, String current, String replacement) {
        endOtherSessions(principal, keep);
    }

    @Override
    public List<KeyView> list(PrincipalId principal) {
        return List.copyOf(keys.values());
    }

    @Override
    public NewKey create(PrincipalId principal, String name, Set<String> scopes, Optional<Duration> lasts) {
        KeyView view = new KeyView(
                new ApiKeyId(ids.next()),
                name,
                "hg_abcd",
                List.copyOf(scopes),
                NOW,
                Optional.empty(),
                lasts.map(NOW::plus),
                Optional.empty());
        String secret = "hg_" + ids.next();
        keys.put(secret, view);
        return new NewKey(view, secret);
    }

    @Override
    public boolean revoke(PrincipalId principal, ApiKeyId key) {
        return keys.values().removeIf(view -> view.id().equals(key));
    }
}
