package io.heliograph.core.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.testing.InventoryCheck;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.spi.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingBookTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static SettingBook book() {
        return db.record().settings();
    }

    private static long write(PrincipalId who, Map<String, Optional<SettingValue>> values) {
        return book().write(Optional.of(who), book().version(), OptionalLong.empty(), values)
                .orElseThrow();
    }

    private static Optional<SettingValue> text(String text) {
        return Optional.of(new SettingValue.Text(text));
    }

    private static Optional<SettingValue> hidden(String secret) {
        return Optional.of(new SettingValue.Hidden(Secret.of(secret)));
    }

    private static String opened(String name) {
        return ((SettingValue.Hidden)
                        Objects.requireNonNull(book().read().values().get(name)))
                .secret()
                .revealText();
    }

    @Test
    void theNewestVersionHoldsAndASettingCanBeTakenOut() {
        PrincipalId who = db.principal();
        long first = write(
                who,
                Map.of("a.mode", text("open"), "a.list", Optional.of(new SettingValue.Texts(List.of("x, y", "z")))));
        assertThat(book().read().values())
                .containsEntry("a.mode", new SettingValue.Text("open"))
                .containsEntry("a.list", new SettingValue.Texts(List.of("x, y", "z")));

        long second = write(who, Map.of("a.mode", Optional.empty(), "a.list", text("")));
        assertThat(second).isEqualTo(first + 1);
        assertThat(book().read().values())
                .doesNotContainKey("a.mode")
                .containsEntry("a.list", new SettingValue.Text(""));
        assertThat(write(who, Map.of("a.mode", Optional.empty()))).isEqualTo(second);
    }

    @Test
    void aChangeJudgedAgainstAnOlderVersionIsNotWritten() {
        PrincipalId who = db.principal();
        long seen = book().version();
        write(who, Map.of("b.mode", text("one")));
        assertThat(book().write(Optional.of(who), seen, OptionalLong.empty(), Map.of("b.mode", text("two"))))
                .isEmpty();
        assertThat(book().read().values()).containsEntry("b.mode", new SettingValue.Text("one"));
    }

    @Test
    void whoAndWhenAreKeptAndAuditedWithoutAnyValue() {
        PrincipalId who = db.principal();
        write(who, Map.of("c.name", text("Sun Ltd")));
        long seq = write(who, Map.of("c.name", text("Moon Ltd"), "c.key", hidden("hunter2")));

        SettingChange newest = book().history(Optional.empty(), 1).items().getFirst();
        assertThat(newest.seq()).isEqualTo(seq);
        assertThat(newest.actor()).contains(who);
        assertThat(newest.changedAt()).isEqualTo(db.clock().instant());
        assertThat(newest.items())
                .containsExactly(
                        new SettingChange.Item("c.key", Optional.empty(), Optional.empty(), true),
                        new SettingChange.Item("c.name", Optional.of("Sun Ltd"), Optional.of("Moon Ltd"), false));

        var entry = db.audit()
                .page(
                        new AuditLog.Query(Optional.of(who), Optional.empty(), Optional.of("setting.")),
                        Optional.empty(),
                        1)
                .items()
                .getFirst();
        assertThat(entry.details()).containsEntry("c.name", "set").containsEntry("c.key", "set");
        assertThat(entry.toString()).doesNotContain("Moon").doesNotContain("hunter2");
    }

    @Test
    void aChangeIsTakenBackUnlessALaterOneCameOverIt() {
        PrincipalId who = db.principal();
        write(who, Map.of("d.mode", text("invite")));
        long opened = write(who, Map.of("d.mode", text("open"), "d.new", text("1")));

        var values = book().before(opened).orElseThrow();
        assertThat(values).containsEntry("d.mode", text("invite")).containsEntry("d.new", Optional.empty());
        long undone = book().write(Optional.of(who), book().version(), OptionalLong.of(opened), values)
                .orElseThrow();
        assertThat(book().read().values())
                .containsEntry("d.mode", new SettingValue.Text("invite"))
                .doesNotContainKey("d.new");
        assertThat(book().history(Optional.empty(), 1).items().getFirst().undoes())
                .hasValue(opened);
        assertThat(book().before(opened)).isEmpty();
        assertThat(book().before(undone)).isPresent();
        assertThat(book().before(1_000_000)).isEmpty();
    }

    @Test
    void aSecretIsSealedAndOnlyTheOneBeforeItIsKept() throws Exception {
        PrincipalId who = db.principal();
        write(who, Map.of("e.key", hidden("first-secret")));
        assertThat(opened("e.key")).isEqualTo("first-secret");
        long second = write(who, Map.of("e.key", hidden("second-secret")));
        assertThat(book().before(second)).isPresent();
        long third = write(who, Map.of("e.key", hidden("third-secret")));
        assertThat(opened("e.key")).isEqualTo("third-secret");
        assertThat(count("select count(*) from setting_version where name = 'e.key' and hidden is not null"))
                .isEqualTo(2);
        assertThat(count("select count(*) from setting_version where hidden like '%secret%'"))
                .isZero();
        assertThat(count("select count(*) from setting_version where text like '%secret%'"))
                .isZero();
        assertThat(book().before(third)).isPresent();
        assertThat(write(who, Map.of("e.key", hidden("third-secret")))).isEqualTo(third);
    }

    @Test
    void historyComesInPages() {
        PrincipalId who = db.principal();
        for (int i = 0; i < 5; i++) {
            write(who, Map.of("f.n", text(String.valueOf(i))));
        }
        var first = book().history(Optional.empty(), 2);
        var second = book().history(first.next(), 2);
        assertThat(first.items())
                .extracting(change -> change.items().getFirst().after())
                .containsExactly(Optional.of("4"), Optional.of("3"));
        assertThat(second.items())
                .extracting(change -> change.items().getFirst().after())
                .containsExactly(Optional.of("2"), Optional.of("1"));
    }

    @Test
    void whatIsTooLongIsRefusedAndEveryColumnHasItsCategory() {
        assertThatThrownBy(() -> write(db.principal(), Map.of("g.long", text("x".repeat(4_001)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(InventoryCheck.columns(db.record().dataSource(), db.record().inventory()))
                .isEmpty();
    }

    private static long count(String sql) throws Exception {
        try (Connection connection = db.record().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            long count = rows.getLong(1);
            connection.rollback();
            return count;
        }
    }
}
