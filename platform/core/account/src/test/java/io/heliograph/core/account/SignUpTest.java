package io.heliograph.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignUpTest {
    private final TestDatabase db = new TestDatabase();
    private AccountWorld world;

    @BeforeEach
    void open() throws Exception {
        db.open();
        world = new AccountWorld(db);
    }

    @AfterEach
    void close() {
        world.room.close();
        db.close();
    }

    private Optional<NewSession> signUp(String email, Optional<String> invite) {
        return world.room.signUp().signUp(email, AccountWorld.PASSWORD, invite, Locale.ENGLISH, AccountWorld.CLIENT);
    }

    private NewSession first(String token, String email) {
        return world.room
                .signUp()
                .firstAdministrator(token, email, AccountWorld.PASSWORD, Locale.GERMAN, AccountWorld.CLIENT);
    }

    @Test
    void theFirstAdministratorComesByTheNewestLinkOnceAndWithinTheHour() {
        assertThat(world.room.signUp().mode()).isEqualTo(AccountSettings.SignUpMode.CLOSED);
        String old = world.room.signUp().issueFirstLink().orElseThrow();
        String token = world.room.signUp().issueFirstLink().orElseThrow();

        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> first(old, "ada@example.org"));
        Refusal.of(
                ProblemType.WEAK_PASSWORD,
                () -> world.room
                        .signUp()
                        .firstAdministrator(token, "ada@example.org", "short", Locale.ENGLISH, AccountWorld.CLIENT));
        db.clock().advance(Duration.ofMinutes(61));
        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> first(token, "ada@example.org"));

        String fresh = world.room.signUp().issueFirstLink().orElseThrow();
        NewSession session = first(fresh, " Ada@Example.org ");

        Person ada = world.room.accounts().account(session.principal());
        assertThat(ada.email()).isEqualTo("ada@example.org");
        assertThat(ada.role()).isEqualTo(Role.ADMIN);
        assertThat(ada.locale()).isEqualTo(Locale.GERMAN);
        assertThat(world.welcomed).containsExactly(session.principal());
        assertThat(world.room.signUp().issueFirstLink()).isEmpty();
        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> first(fresh, "eve@example.org"));
    }

    @Test
    void ofTwoWhoUseTheFirstLinkAtOnceOneBecomesAdministrator() throws Exception {
        String token = world.room.signUp().issueFirstLink().orElseThrow();
        CountDownLatch go = new CountDownLatch(1);
        List<Future<NewSession>> both = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            for (String email : List.of("one@example.org", "two@example.org")) {
                both.add(executor.submit(() -> {
                    go.await();
                    return first(token, email);
                }));
            }
            go.countDown();
        }
        assertThat(both.stream().filter(f -> f.state() == Future.State.SUCCESS).count())
                .isEqualTo(1);
        assertThat(world.room
                        .people()
                        .page(People.Query.all(), Optional.empty(), 10)
                        .items())
                .hasSize(1);
    }

    @Test
    @Commitment("C1")
    void anInvitationLetsOnePersonInOnce() {
        PrincipalId admin = world.administrator("ada@example.org");
        Refusal.of(ProblemType.SIGN_UP_CLOSED, () -> signUp("bob@example.org", Optional.empty()));
        Invites.NewInvite invite = world.room
                .invites()
                .create(
                        Optional.of(admin),
                        Optional.empty(),
                        Role.USER,
                        Optional.of("for Bob"),
                        Invites.USUAL,
                        Locale.ENGLISH);
        assertThat(world.room.invites().inspect(invite.token()).orElseThrow().note())
                .contains("for Bob");

        NewSession session =
                signUp("bob@example.org", Optional.of(invite.token())).orElseThrow();

        assertThat(world.room.sessions().authenticate(session.token(), AccountWorld.CLIENT))
                .isPresent();
        assertThat(world.room.invites().inspect(invite.token())).isEmpty();
        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> signUp("eve@example.org", Optional.of(invite.token())));
        assertThat(world.newest(admin, MailKind.EMAIL_CONFIRMATION)).isPresent();
    }

    @Test
    void anInvitationEndsByTimeByRevocationAndIsGoodForItsAddressOnly() {
        Invites.NewInvite bound = world.room
                .invites()
                .create(
                        Optional.of(world.administrator("ada@example.org")),
                        Optional.of("bob@example.org"),
                        Role.USER,
                        Optional.empty(),
                        Duration.ofDays(1),
                        Locale.ENGLISH);
        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> signUp("eve@example.org", Optional.of(bound.token())));
        db.clock().advance(Duration.ofDays(2));
        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> signUp("bob@example.org", Optional.of(bound.token())));

        Invites.NewInvite revoked = world.room
                .invites()
                .create(Optional.empty(), Optional.empty(), Role.USER, Optional.empty(), Invites.USUAL, Locale.ENGLISH);
        assertThat(world.room
                        .invites()
                        .revoke(Optional.empty(), revoked.invite().id()))
                .isTrue();
        assertThat(world.room
                        .invites()
                        .revoke(Optional.empty(), revoked.invite().id()))
                .isFalse();
        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> signUp("bob@example.org", Optional.of(revoked.token())));
        assertThat(world.room.invites().page(Optional.empty(), 1).next()).isPresent();
    }

    @Test
    void anInvitationCannotBeUsedToAskForManyAddresses() {
        world.administrator("ada@example.org");
        Invites.NewInvite invite = world.room
                .invites()
                .create(Optional.empty(), Optional.empty(), Role.USER, Optional.empty(), Invites.USUAL, Locale.ENGLISH);
        for (int i = 0; i < 3; i++) {
            Refusal.of(ProblemType.CONFLICT, () -> signUp("ada@example.org", Optional.of(invite.token())));
        }
        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> signUp("new@example.org", Optional.of(invite.token())));
    }

    @Test
    @Commitment("C1")
    void openSignUpAnswersAlikeForNewAndKnownAddressesAndNeedsTheOperatorsWord() {
        PrincipalId admin = world.administrator("ada@example.org");
        AccountSettings unconfirmed = new AccountSettings(
                AccountSettings.SignUpMode.OPEN, Optional.empty(), false, 10, Duration.ofDays(1), Duration.ofDays(2));
        world.settings.set(unconfirmed);
        assertThat(world.room.signUp().mode()).isEqualTo(AccountSettings.SignUpMode.INVITE);

        world.settings.set(new AccountSettings(
                AccountSettings.SignUpMode.OPEN,
                Optional.of("help@example.org"),
                true,
                10,
                Duration.ofDays(1),
                Duration.ofDays(2)));
        assertThat(signUp("bob@example.org", Optional.empty())).isEmpty();
        assertThat(signUp("ada@example.org", Optional.empty())).isEmpty();

        assertThat(world.newest(admin, MailKind.ACCOUNT_EXISTS)
                        .orElseThrow()
                        .entry()
                        .recipient())
                .isEqualTo("ada@example.org");
        String token = AccountWorld.token(
                world.newest(admin, MailKind.EMAIL_CONFIRMATION).orElseThrow());
        PrincipalId bob = world.room.accounts().byEmail("BOB@example.org").orElseThrow();
        assertThat(world.room.accounts().account(bob).emailConfirmed()).isFalse();
        world.room.accounts().completeEmailConfirmation(token);
        assertThat(world.room.accounts().account(bob).emailConfirmed()).isTrue();
        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> world.room.accounts().completeEmailConfirmation(token));
    }

    @Test
    void ofManyWhoUseOneInvitationOneComesIn() throws Exception {
        world.administrator("ada@example.org");
        String token = world.room
                .invites()
                .create(Optional.empty(), Optional.empty(), Role.USER, Optional.empty(), Invites.USUAL, Locale.ENGLISH)
                .token();
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Optional<NewSession>>> all = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                String email = "p" + i + "@example.org";
                all.add(executor.submit(() -> {
                    go.await();
                    return signUp(email, Optional.of(token));
                }));
            }
            go.countDown();
            executor.shutdown();
            assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(all.stream().filter(f -> f.state() == Future.State.SUCCESS).count())
                .isEqualTo(1);
        assertThat(world.room
                        .people()
                        .page(People.Query.all(), Optional.empty(), 10)
                        .items())
                .hasSize(2);
    }
}
