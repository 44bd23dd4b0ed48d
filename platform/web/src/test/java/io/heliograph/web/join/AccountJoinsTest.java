package io.heliograph.web.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.account.AccountLinks;
import io.heliograph.core.account.AccountRoom;
import io.heliograph.core.account.AccountSettings;
import io.heliograph.core.account.CatalogueMailTexts;
import io.heliograph.core.account.IdentityPort;
import io.heliograph.core.account.MailCarrier;
import io.heliograph.core.account.Role;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.spi.Secret;
import io.heliograph.web.edge.Caller;
import io.heliograph.web.edge.ClientFacts;
import io.heliograph.web.edge.Csrf;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.Keys;
import io.heliograph.web.port.Mails;
import io.heliograph.web.port.People;
import io.heliograph.web.port.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ways in, keys, people and mails through the web's ports on the real accounts and record; passwords are kept at hand. */
class AccountJoinsTest {
    private static final String PASSWORD = "four green bottles";
    private static final ClientFacts CLIENT =
            new ClientFacts("203.0.113.77", true, false, "https://pictures.example.org", "Firefox on Linux");

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static AccountRoom room;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Accounts accounts;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static People people;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static CoreAuthenticator authenticator;

    @BeforeAll
    static void open() {
        room = new AccountRoom(
                db.record(),
                new PasswordsAtHand(),
                MailCarrier.NONE,
                new CatalogueMailTexts(() -> "Lighthouse"),
                new Links(),
                () -> AccountSettings.DEFAULT,
                person -> {},
                db.clock());
        accounts = new CoreAccounts(room, () -> AccountSettings.DEFAULT, () -> OptionalInt.of(30), db.clock());
        people = new CorePeople(room, ids -> Map.of(), db.clock());
        authenticator = new CoreAuthenticator(room.sessions(), room.apiKeys());
    }

    @AfterAll
    static void close() {
        room.close();
    }

    private static PrincipalId person(String email, Role role) {
        return room.signUp().create(email, PASSWORD, role, Locale.GERMAN);
    }

    private static SignedIn signIn(String email) {
        return accounts.signIn(Optional.empty(), email, PASSWORD, CLIENT);
    }

    @Test
    void aSessionIsKnownByItsTokenUntilItIsEnded() {
        PrincipalId ada = person("ada@example.org", Role.USER);
        SignedIn in = signIn("ada@example.org");
        Caller.Browser browser = authenticator.session(in.token(), CLIENT).orElseThrow();
        assertThat(browser.id()).isEqualTo(ada);
        assertThat(browser.role()).isEqualTo("user");
        assertThat(browser.locale()).hasValue(Locale.GERMAN);
        assertThat(browser.csrfToken()).isEqualTo(Csrf.tokenOf(in.token()));
        assertThat(browser.may("generations:create")).isTrue();
        assertThat(browser.may("admin:people")).isFalse();
        assertThat(accounts.sessions(ada)).singleElement().satisfies(session -> {
            assertThat(session.id()).isEqualTo(browser.session());
            assertThat(session.device()).contains("Firefox on Linux");
        });
        assertThat(accounts.endSession(ada, browser.session())).isTrue();
        assertThat(authenticator.session(in.token(), CLIENT)).isEmpty();
        assertThat(authenticator.session("no-such-token", CLIENT)).isEmpty();
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
        person("bo@example.org", Role.USER);
        for (String email : List.of("bo@example.org", "nobody@example.org")) {
            assertThatThrownBy(() -> accounts.signIn(Optional.empty(), email, "not this one", CLIENT))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.WRONG_CREDENTIALS));
        }
    }

    @Test
    void aKeyDoesWhatItWasMadeForUntilItIsClosed() {
        PrincipalId cleo = person("cleo@example.org", Role.USER);
        Keys keys = new CoreKeys(room.apiKeys());
        Keys.NewKey made = keys.create(cleo, "Krita", Set.of("generations:read"), Optional.of(Duration.ofDays(1)));
        Caller.Program program = authenticator.key(made.secret(), CLIENT).orElseThrow();
        assertThat(program.id()).isEqualTo(cleo);
        assertThat(program.permissions()).containsExactly("generations:read");
        assertThat(keys.list(cleo)).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("Krita");
            assertThat(made.secret()).startsWith(key.prefix());
        });
        PrincipalId other = person("dora@example.org", Role.USER);
        assertThat(keys.revoke(other, made.key().id())).isFalse();
        assertThat(keys.revoke(cleo, made.key().id())).isTrue();
        assertThat(authenticator.key(made.secret(), CLIENT)).isEmpty();
        assertThat(authenticator.key("hg_unknown", CLIENT)).isEmpty();
    }

    @Test
    void anInvitationMakesAnAccountOnce() {
        PrincipalId admin = person("root@example.org", Role.ADMIN);
        People.NewInvite invite = people.invite(
                admin,
                new People.Invitation(
                        Optional.of("eve@example.org"), "user", Optional.of("From the choir"), Duration.ofDays(7)));
        assertThat(accounts.inspectInvite(invite.token()).orElseThrow().state()).isEqualTo("open");
        Accounts.SignUp wish =
                new Accounts.SignUp("eve@example.org", PASSWORD, Optional.of(invite.token()), Locale.ENGLISH);
        SignedIn in = accounts.signUp(wish, CLIENT).orElseThrow();
        assertThat(authenticator.session(in.token(), CLIENT)).isPresent();
        assertThatThrownBy(() -> accounts.signUp(wish, CLIENT)).isInstanceOf(ProblemException.class);
        assertThat(people.invites(Optional.empty(), 10).items())
                .anySatisfy(one -> assertThat(one.note()).hasValue("From the choir"));
    }

    @Test
    void whoIsSuspendedIsOutAtOnceAndCanBeLetInAgain() {
        PrincipalId admin = person("chief@example.org", Role.ADMIN);
        PrincipalId fay = person("fay@example.org", Role.USER);
        SignedIn in = signIn("fay@example.org");
        People.PersonView out = people.suspend(admin, fay, "asked for it");
        assertThat(out.suspension().orElseThrow().reason()).isEqualTo("asked for it");
        assertThat(authenticator.session(in.token(), CLIENT)).isEmpty();
        assertThatThrownBy(() -> signIn("fay@example.org"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.SUSPENDED));
        assertThat(people.list(
                                new People.Query(Optional.empty(), Optional.empty(), Optional.of("suspended")),
                                Optional.empty(),
                                10)
                        .items())
                .extracting(People.PersonView::id)
                .contains(fay);
        people.unsuspend(admin, fay);
        assertThat(authenticator.session(signIn("fay@example.org").token(), CLIENT))
                .isPresent();
        assertThat(people.get(new PrincipalId(db.id()))).isEmpty();
    }

    @Test
    void whatWasWrittenToPeopleIsListedAndReadOneByOne() {
        PrincipalId admin = person("post@example.org", Role.ADMIN);
        people.invite(
                admin,
                new People.Invitation(Optional.of("gil@example.org"), "user", Optional.empty(), Duration.ofDays(7)));
        Mails mails = new CoreMails(room.outbox());
        Mails.MailView listed = mails.page(Optional.empty(), Optional.empty(), 50).items().stream()
                .filter(mail -> mail.to().equals("gil@example.org"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.text()).isEmpty();
        assertThat(mails.read(admin, listed.id()).orElseThrow().text().orElseThrow())
                .contains("https://pictures.example.org/invite#");
        assertThat(mails.read(admin, db.id())).isEmpty();
    }

    /** Stands in for the password plugin. */
    private static final class PasswordsAtHand implements IdentityPort {
        private static final InstanceId METHOD = new InstanceId("local");
        private final Map<String, String> kept = new ConcurrentHashMap<>();

        @Override
        public List<Method> methods() {
            return List.of(new Method(METHOD, "password", "Password"));
        }

        @Override
        public boolean verify(InstanceId method, Optional<String> subject, Map<String, Secret> fields) {
            return subject.map(kept::get).filter(text(fields)::equals).isPresent();
        }

        @Override
        public List<String> enrol(
                InstanceId method, String subject, Map<String, Secret> fields, Set<String> personalWords) {
            kept.put(subject, text(fields));
            return List.of();
        }

        @Override
        public void forget(InstanceId method, String subject) {
            kept.remove(subject);
        }

        private static String text(Map<String, Secret> fields) {
            Secret password = fields.get("password");
            return password == null ? "" : password.revealText();
        }
    }

    private static final class Links implements AccountLinks {
        private static final String AT = "https://pictures.example.org/";

        @Override
        public String firstAdministrator(String token) {
            return AT + "setup#" + token;
        }

        @Override
        public String invite(String token) {
            return AT + "invite#" + token;
        }

        @Override
        public String passwordReset(String token) {
            return AT + "reset#" + token;
        }

        @Override
        public String emailConfirmation(String token) {
            return AT + "confirm#" + token;
        }

        @Override
        public String erasureReceipt(String code) {
            return AT + "erased#" + code;
        }

        @Override
        public String account() {
            return AT + "account";
        }

        @Override
        public String endingSoon() {
            return AT + "library";
        }

        @Override
        public String signIn() {
            return AT + "sign-in";
        }
    }
}
