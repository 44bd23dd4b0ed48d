package io.heliograph.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.testing.InventoryCheck;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static AccountWorld world;
    private static PrincipalId admin;

    @BeforeAll
    static void open() {
        world = new AccountWorld(db);
        admin = world.administrator("root@example.org");
    }

    @AfterAll
    static void close() {
        world.room.close();
    }

    private static boolean works(NewSession session) {
        return world.room
                .sessions()
                .authenticate(session.token(), AccountWorld.CLIENT)
                .isPresent();
    }

    @Test
    void anUnknownAddressAndAWrongPasswordAreOneAnswerAfterTheSameWork() {
        world.person("carl@example.org");
        int before = world.passwords.verifications.get();
        for (String email : List.of("carl@example.org", "nobody@example.org", "not an address")) {
            Refusal.of(
                    ProblemType.WRONG_CREDENTIALS,
                    () -> world.room
                            .signIn()
                            .withPassword(Optional.empty(), email, "wrong password here", AccountWorld.CLIENT));
        }
        assertThat(world.passwords.verifications.get() - before).isEqualTo(3);
        assertThat(works(world.signIn("Carl@EXAMPLE.org"))).isTrue();
    }

    @Test
    @Commitment("K1")
    void sessionsEndByIdlenessByTheirAbsoluteTimeAndByRevocation() {
        PrincipalId dora = world.person("dora@example.org");
        NewSession one = world.signIn("dora@example.org");
        NewSession two = world.signIn("dora@example.org");
        assertThat(world.room.sessions().list(dora)).hasSize(2).allSatisfy(s -> {
            assertThat(s.address()).isEqualTo("203.0.113.0");
            assertThat(s.device()).isEqualTo("Firefox on Linux");
        });

        assertThat(world.room.sessions().end(dora, one.id())).isTrue();
        assertThat(world.room.sessions().end(admin, two.id())).isFalse();
        assertThat(works(one)).isFalse();
        assertThat(works(two)).isTrue();

        for (int day = 0; day < 85; day += 10) {
            db.clock().advance(Duration.ofDays(10));
            assertThat(works(two)).isEqualTo(day < 80);
        }
        NewSession idle = world.signIn("dora@example.org");
        db.clock().advance(Duration.ofDays(15));
        assertThat(works(idle)).isFalse();
        RetentionClass sessions = world.room.retention().getFirst();
        assertThat(sessions.overdue(db.clock().instant(), HoldCheck.NONE)).isPositive();
        while (sessions.sweep(db.clock().instant(), 10, HoldCheck.NONE) > 0) {
            // until nothing is left
        }
        assertThat(sessions.overdue(db.clock().instant(), HoldCheck.NONE)).isZero();
    }

    @Test
    void aMalformedTokenIsRefusedWithoutALook() {
        assertThat(world.room.sessions().authenticate("x' or 1=1", AccountWorld.CLIENT))
                .isEmpty();
        assertThat(world.room.apiKeys().authenticate("hg_")).isEmpty();
        assertThat(world.room.apiKeys().authenticate(Token.fresh())).isEmpty();
    }

    @Test
    void aKeyDoesWhatItsScopesSayAndNoMoreThanItsOwnersRole() {
        PrincipalId ed = world.administrator("ed@example.org");
        ApiKeys.NewKey key = world.room
                .apiKeys()
                .create(ed, "backup", Set.of("assets:read", "admin:health"), Optional.of(Duration.ofDays(30)));
        assertThat(key.secret()).startsWith(key.key().prefix());
        assertThat(world.room.apiKeys().authenticate(key.secret()).orElseThrow().permissions())
                .containsExactlyInAnyOrder(Permission.ASSETS_READ, Permission.ADMIN_HEALTH);

        world.room.people().setRole(Optional.of(admin), ed, Role.USER);
        assertThat(world.room.apiKeys().authenticate(key.secret()).orElseThrow().permissions())
                .containsExactly(Permission.ASSETS_READ);
        assertThat(world.room.apiKeys().list(ed).getFirst().lastUsedAt()).isPresent();

        Refusal.of(
                ProblemType.VALIDATION,
                () -> world.room.apiKeys().create(ed, "more", Set.of("admin:people"), Optional.empty()));
        Refusal.of(
                ProblemType.VALIDATION,
                () -> world.room.apiKeys().create(ed, " ", Set.of("assets:read"), Optional.empty()));

        assertThat(world.room.apiKeys().revoke(admin, key.key().id())).isFalse();
        assertThat(world.room.apiKeys().revoke(ed, key.key().id())).isTrue();
        assertThat(world.room.apiKeys().authenticate(key.secret())).isEmpty();
    }

    @Test
    void aKeyEndsAtItsTime() {
        PrincipalId fay = world.person("fay@example.org");
        ApiKeys.NewKey key =
                world.room.apiKeys().create(fay, "short", Set.of("assets:read"), Optional.of(Duration.ofHours(1)));
        assertThat(world.room.apiKeys().authenticate(key.secret())).isPresent();
        db.clock().advance(Duration.ofHours(2));
        assertThat(world.room.apiKeys().authenticate(key.secret())).isEmpty();
    }

    @Test
    void whoIsLockedOutLosesSessionsAndKeysAtOnceAndReadsWhy() {
        PrincipalId gil = world.person("gil@example.org");
        NewSession session = world.signIn("gil@example.org");
        ApiKeys.NewKey key = world.room.apiKeys().create(gil, "k", Set.of("assets:read"), Optional.empty());
        assertThat(works(session)).isTrue();
        assertThat(world.room.apiKeys().authenticate(key.secret())).isPresent();
        long epoch = world.room.accounts().epoch(gil).orElseThrow();

        world.room.people().suspend(Optional.of(admin), gil, "unpaid bills");

        assertThat(works(session)).isFalse();
        assertThat(world.room.apiKeys().authenticate(key.secret())).isEmpty();
        assertThat(world.room.accounts().epoch(gil).orElseThrow()).isGreaterThan(epoch);
        assertThat(world.room.accounts().active(gil)).isFalse();
        Refusal.of(ProblemType.SUSPENDED, () -> world.signIn("gil@example.org"));
        Refusal.of(
                ProblemType.WRONG_CREDENTIALS,
                () -> world.room
                        .signIn()
                        .withPassword(Optional.empty(), "gil@example.org", "wrong password", AccountWorld.CLIENT));

        world.room.people().unsuspend(Optional.of(admin), gil);
        assertThat(works(world.signIn("gil@example.org"))).isTrue();
        assertThat(world.room.apiKeys().authenticate(key.secret())).isPresent();
        assertThat(db.audit()
                        .page(
                                new AuditLog.Query(Optional.of(admin), Optional.of(gil), Optional.empty()),
                                Optional.empty(),
                                10)
                        .items())
                .extracting(entry -> entry.action())
                .containsExactly("account.unsuspend", "account.suspend");
    }

    @Test
    void theLastAdministratorStays() {
        List<PrincipalId> others = world
                .room
                .people()
                .page(
                        new People.Query(Optional.empty(), Optional.of(Role.ADMIN), Optional.of(false)),
                        Optional.empty(),
                        100)
                .items()
                .stream()
                .map(Person::id)
                .filter(id -> !id.equals(admin))
                .toList();
        others.forEach(other -> world.room.people().setRole(Optional.of(admin), other, Role.USER));

        Refusal.of(ProblemType.CONFLICT, () -> world.room.people().setRole(Optional.of(admin), admin, Role.USER));
        Refusal.of(ProblemType.CONFLICT, () -> world.room.people().suspend(Optional.empty(), admin, "oops"));
        Refusal.of(ProblemType.CONFLICT, () -> world.room.people().requireReplaceable(admin));
        assertThat(world.room.accounts().account(admin).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsAndAWeakOneChangesNothing() {
        PrincipalId hal = world.person("hal@example.org");
        NewSession mine = world.signIn("hal@example.org");
        NewSession other = world.signIn("hal@example.org");

        Refusal.of(
                ProblemType.WRONG_CREDENTIALS,
                () -> world.room
                        .accounts()
                        .changePassword(hal, Optional.of(mine.id()), "not mine at all", "another long one"));
        Refusal.of(
                ProblemType.WEAK_PASSWORD,
                () -> world.room
                        .accounts()
                        .changePassword(hal, Optional.of(mine.id()), AccountWorld.PASSWORD, "short"));
        assertThat(works(other)).isTrue();

        world.room.accounts().changePassword(hal, Optional.of(mine.id()), AccountWorld.PASSWORD, "another long one");
        assertThat(works(mine)).isTrue();
        assertThat(works(other)).isFalse();
        Refusal.of(ProblemType.WRONG_CREDENTIALS, () -> world.signIn("hal@example.org"));
        assertThat(world.newest(admin, MailKind.PASSWORD_CHANGED)).isPresent();
    }

    @Test
    void aForgottenPasswordIsSetByALinkThatWorksOnce() throws Exception {
        PrincipalId ina =
                world.room.signUp().create("ina@example.org", AccountWorld.PASSWORD, Role.USER, Locale.GERMAN);
        NewSession session = world.signIn("ina@example.org");
        AccountWorld quiet = new AccountWorld(db);
        quiet.room.accounts().requestPasswordReset("nobody@example.org");
        quiet.room.accounts().requestPasswordReset("ina@example.org");
        quiet.room.close();

        Mailbox.Letter letter = world.newest(admin, MailKind.PASSWORD_RESET).orElseThrow();
        assertThat(letter.entry().recipient()).isEqualTo("ina@example.org");
        assertThat(letter.entry().subject()).isEqualTo("Ein neues Passwort für Lighthouse");
        String token = AccountWorld.token(letter);

        Refusal.of(ProblemType.WEAK_PASSWORD, () -> world.room.accounts().completePasswordReset(token, "short"));
        world.room.accounts().completePasswordReset(token, "a wholly new one");
        assertThat(works(session)).isFalse();
        assertThat(world.room
                        .signIn()
                        .withPassword(Optional.empty(), "ina@example.org", "a wholly new one", AccountWorld.CLIENT)
                        .principal())
                .isEqualTo(ina);
        Refusal.of(
                ProblemType.LINK_USED_OR_EXPIRED,
                () -> world.room.accounts().completePasswordReset(token, "yet another one"));
    }

    @Test
    @Commitment("G2")
    void anAddressChangesOnlyWhenTheNewOneIsConfirmedAndNeverToATakenOne() {
        PrincipalId jo = world.person("jo@example.org");
        world.person("taken@example.org");
        Refusal.of(
                ProblemType.WRONG_CREDENTIALS,
                () -> world.room.accounts().changeEmail(jo, "new-jo@example.org", "not my password"));

        db.clock().advance(Duration.ofSeconds(1));
        world.room.accounts().changeEmail(jo, "new-jo@example.org", AccountWorld.PASSWORD);
        assertThat(world.room.accounts().account(jo).email()).isEqualTo("jo@example.org");
        assertThat(world.room.accounts().account(jo).pendingEmail()).contains("new-jo@example.org");
        world.room
                .accounts()
                .completeEmailConfirmation(AccountWorld.token(
                        world.newest(admin, MailKind.EMAIL_CONFIRMATION).orElseThrow()));
        assertThat(world.signIn("new-jo@example.org").principal()).isEqualTo(jo);
        Refusal.of(ProblemType.WRONG_CREDENTIALS, () -> world.signIn("jo@example.org"));

        db.clock().advance(Duration.ofSeconds(1));
        world.room.accounts().changeEmail(jo, "taken@example.org", AccountWorld.PASSWORD);
        String token = AccountWorld.token(
                world.newest(admin, MailKind.EMAIL_CONFIRMATION).orElseThrow());
        Refusal.of(ProblemType.LINK_USED_OR_EXPIRED, () -> world.room.accounts().completeEmailConfirmation(token));
        assertThat(world.room.accounts().account(jo).email()).isEqualTo("new-jo@example.org");
    }

    @Test
    void peopleAreListedInPagesAndFoundByAPartOfTheirAddress() {
        for (int i = 0; i < 5; i++) {
            db.clock().advance(Duration.ofSeconds(1));
            world.person("page" + i + "@pages.example");
        }
        People.Query query = new People.Query(Optional.of("pages.ex"), Optional.empty(), Optional.of(false));
        var first = world.room.people().page(query, Optional.empty(), 3);
        var second = world.room.people().page(query, first.next(), 3);
        assertThat(first.items())
                .extracting(Person::email)
                .containsExactly("page4@pages.example", "page3@pages.example", "page2@pages.example");
        assertThat(second.items())
                .extracting(Person::email)
                .containsExactly("page1@pages.example", "page0@pages.example");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void beforeWhatCannotBeUndoneThePasswordOrAFreshSignInIsAskedFor() {
        PrincipalId lea = world.person("lea@example.org");
        NewSession session = world.signIn("lea@example.org");
        Accounts accounts = world.room.accounts();
        accounts.confirm(lea, Optional.of(AccountWorld.PASSWORD), Optional.empty());
        accounts.confirm(lea, Optional.empty(), Optional.of(session.id()));
        Refusal.of(
                ProblemType.WRONG_CREDENTIALS,
                () -> accounts.confirm(lea, Optional.of("another password"), Optional.of(session.id())));
        Refusal.of(ProblemType.WRONG_CREDENTIALS, () -> accounts.confirm(lea, Optional.empty(), Optional.empty()));
        db.clock().advance(Accounts.FRESH);
        Refusal.of(
                ProblemType.WRONG_CREDENTIALS,
                () -> accounts.confirm(lea, Optional.empty(), Optional.of(session.id())));
    }

    @Test
    void epochsMoveWithALockAndEndWithTheAccountOrTheSession() {
        PrincipalId max = world.person("max@example.org");
        NewSession session = world.signIn("max@example.org");
        var accounts = AccountRoom.accountEpochs(db.tx());
        var sessions = AccountRoom.sessionEpochs(db.tx(), db.clock());
        long before = accounts.apply(max.value()).orElseThrow();
        assertThat(sessions.apply(session.id().value())).hasValue(before);
        world.room.people().suspend(Optional.of(admin), max, "a while");
        assertThat(accounts.apply(max.value()).orElseThrow()).isGreaterThan(before);
        assertThat(sessions.apply(session.id().value())).isEmpty();
        assertThat(accounts.apply(db.id())).isEmpty();
        ErasureOrder order = new ErasureOrder(
                db.id(),
                max,
                new ErasureScope.Account(),
                Map.of(DataCategory.ACCOUNT, new Disposition.Erase()),
                db.clock().instant());
        db.tx().required(() -> world.room.erasure().tombstone(order));
        assertThat(accounts.apply(max.value())).isEmpty();
    }

    @Test
    void aPersonIsToldByMailThatTheAccountGoesAndThatItStays() {
        PrincipalId ned = world.person("ned@example.org");
        db.tx().required(() -> world.room.accounts().tellErasure(ned, Instant.parse("2027-03-01T10:00:00Z"), "code"));
        db.tx().required(() -> world.room.accounts().tellErasureTakenBack(ned));
        List<Mailbox.Entry> mails = world.room.outbox().page(Optional.empty(), Optional.empty(), 50).items().stream()
                .filter(mail -> mail.owner().equals(ned))
                .toList();
        assertThat(mails).extracting(Mailbox.Entry::kind).contains("erasure-scheduled", "erasure-taken-back");
        UUID scheduled = mails.stream()
                .filter(mail -> mail.kind().equals("erasure-scheduled"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(world.room.outbox().read(admin, scheduled).orElseThrow().body())
                .contains("March 1, 2027", "https://example.org/account", "https://example.org/erased#code");
    }

    @Test
    @Commitment("G3")
    void anErasedAccountLeavesNothingBehindAndNobodySignsIn() throws Exception {
        PrincipalId kim = world.person("kim.planted@example.org");
        NewSession session = world.signIn("kim.planted@example.org");
        world.room.apiKeys().create(kim, "planted", Set.of("assets:read"), Optional.empty());
        world.room.accounts().changeEmail(kim, "kim.other@example.org", AccountWorld.PASSWORD);
        List<String> exported = new ArrayList<>();
        world.room.export().export(kim, Optional.empty(), new ListSink(exported));
        assertThat(exported).contains("person", "session", "api-key", "sign-in-method");

        ErasureOrder order = new ErasureOrder(
                db.id(),
                kim,
                new ErasureScope.Account(),
                Map.of(DataCategory.ACCOUNT, new Disposition.Erase(), DataCategory.ACCESS, new Disposition.Erase()),
                db.clock().instant());
        db.tx().required(() -> world.room.erasure().tombstone(order));
        assertThat(works(session)).isFalse();
        Refusal.of(ProblemType.WRONG_CREDENTIALS, () -> world.signIn("kim.planted@example.org"));
        assertThat(world.room.erasure().remaining(order)).isNotEmpty();

        ErasureStep step = world.room.erasure().step(order, ErasurePhase.ACCOUNT, Optional.empty());
        assertThat(step).isInstanceOf(ErasureStep.Finished.class);
        assertThat(((ErasureStep.Finished) step).tallies())
                .extracting(tally -> tally.what())
                .contains("person", "credential", "api-key", "mail");
        ErasureStep again = world.room.erasure().step(order, ErasurePhase.ACCOUNT, Optional.empty());
        assertThat(((ErasureStep.Finished) again).tallies()).isEmpty();
        db.sealer().destroy(kim);

        assertThat(world.room.erasure().remaining(order)).isEmpty();
        assertThat(tablesWith(kim)).containsExactlyInAnyOrder("principal", "principal_key", "audit_entry");
        assertThat(world.person("kim.planted@example.org")).isNotEqualTo(kim);
    }

    /** Every table of the schema that still has the principal's id in any column. */
    private static Set<String> tablesWith(PrincipalId who) throws Exception {
        Set<String> found = new HashSet<>();
        try (Connection connection = db.record().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String[]> columns = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("select table_name, column_name from information_schema.columns"
                            + " where table_schema = database() and column_type = 'binary(16)'")) {
                while (rows.next()) {
                    columns.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
            for (String[] column : columns) {
                String sql = "select count(*) from " + column[0] + " where " + column[1] + " = x'"
                        + who.toString().replace("-", "") + "'";
                try (ResultSet rows = statement.executeQuery(sql)) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(column[0]);
                    }
                }
            }
            connection.rollback();
        }
        return found;
    }

    @Test
    @Commitment({"C1", "C4"})
    void noAddressLiesOpenInTheDatabaseAndEveryColumnHasItsCategory() throws Exception {
        world.person("plain.to.see@example.org");
        try (Connection connection = db.record().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from person where cast(email as char) like '%plain.to.see%'")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
            connection.rollback();
        }
        assertThat(InventoryCheck.columns(db.record().dataSource(), db.record().inventory()))
                .isEmpty();
        assertThat(InventoryCheck.participants(
                        db.record().inventory(),
                        List.of(db.record().participant(), world.room.erasure()),
                        List.of(db.record().participant(), world.room.export())))
                .isEmpty();
    }

    private record ListSink(List<String> kinds) implements ExportSink {
        @Override
        public void line(DataCategory category, String kind, Map<String, ?> fields) {
            kinds.add(kind);
        }

        @Override
        public void file(DataCategory category, String path, String mediaType, Content content) {
            kinds.add(path);
        }
    }
}
