package io.heliograph.core.library.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.testing.TestDatabase;
import io.heliograph.core.tx.Sql;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.privacy.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The predicate in SQL says what the rule in Java says, and pages stay fast when there is much. */
class SeenTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private final AssetReader reader = new AssetReader();

    private static void insert(UUID id, PrincipalId owner, String visibility, String state) {
        new AssetWriter()
                .insertPending(new AssetRow(
                        id,
                        owner.value(),
                        "generated",
                        "image",
                        "pending",
                        visibility,
                        0,
                        "image/png",
                        8,
                        8,
                        0,
                        100,
                        "L0",
                        "256",
                        "00",
                        "",
                        Optional.empty(),
                        0,
                        "m",
                        "m",
                        Optional.empty(),
                        Optional.empty(),
                        DB.clock().instant(),
                        Optional.empty(),
                        Optional.empty()));
        Sql.change("update asset set state = :state where id = :id", Map.of("state", state, "id", id));
    }

    @Test
    @Commitment("V1")
    void everyCaseIsAnsweredAsTheRuleSays() {
        PrincipalId owner = DB.principal();
        PrincipalId other = DB.principal();
        List<Actor> actors = List.of(
                Actor.person(owner),
                Actor.person(other),
                Actor.staff(owner),
                Actor.staff(other),
                Actor.anonymous(),
                Actor.system());
        int cases = 0;
        for (String state : List.of("pending", "visible", "tombstoned", "erased")) {
            for (String visibility : List.of("private", "public", "nonsense")) {
                UUID id = DB.id();
                DB.tx().required(() -> insert(id, owner, visibility, state));
                for (Actor actor : actors) {
                    boolean allowed = "visible".equals(state)
                            && Visibility.allows(actor, Optional.of(owner), Optional.of(visibility), false);
                    boolean seen = DB.tx()
                            .required(() -> reader.find(Seen.by(actor), id))
                            .isPresent();
                    assertThat(seen).as("%s %s %s", actor, state, visibility).isEqualTo(allowed);
                    cases++;
                }
            }
        }
        assertThat(cases).isEqualTo(72);
    }

    @Test
    void aPageOfAHundredThousandReadsOnlyItsRows() {
        PrincipalId owner = DB.principal();
        Instant start = DB.clock().instant();
        DB.tx().required(() -> {
            UUID first = DB.id();
            insert(first, owner, "private", "visible");
            Sql.change(
                    "insert into asset select unhex(md5(concat(:salt, seq))), principal_id, if(seq % 10 = 0, 'uploaded',"
                            + " 'generated'), kind, state, visibility, epoch, media_type, width, height, duration_millis,"
                            + " original_bytes, blur_hash, thumbnail_widths, sha256, digital_source_type, job_id, ordinal,"
                            + " model_id, model_title, file_name_sealed, making_sealed, created_at + interval seq second,"
                            + " keep_until, making_until, deleted_at, erase_after, noticed_at from asset, seq_1_to_100000 where id = :id",
                    Map.of("salt", first.toString(), "id", first));
        });
        Seen seen = Seen.by(Actor.person(owner));
        AssetQuery middle = new AssetQuery(
                owner.value(),
                Optional.empty(),
                Optional.of("generated"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new AssetQuery.Position(start.plus(Duration.ofSeconds(50_000)), new UUID(0, 0))));
        for (int warm = 0; warm < 20; warm++) {
            DB.tx().required(() -> reader.page(seen, middle, 101));
        }
        long before = DB.tx().required(SeenTest::rowsRead);
        List<AssetRow> page = DB.tx().required(() -> reader.page(seen, middle, 101));
        long read = DB.tx().required(SeenTest::rowsRead) - before;

        assertThat(page).hasSize(101);
        assertThat(page.getFirst().createdAt()).isBefore(start.plus(Duration.ofSeconds(50_000)));
        assertThat(read).as("rows the server touched").isLessThan(400);
    }

    /** How many rows the server's storage engines have read for everybody; tests of this class run one by one. */
    private static long rowsRead() {
        return Sql.rows(
                        "select 'n', sum(cast(variable_value as unsigned)) from information_schema.session_status"
                                + " where variable_name in ('HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_RND_NEXT',"
                                + " 'HANDLER_READ_KEY')",
                        Map.of())
                .stream()
                .mapToLong(row -> Sql.whole(row[1]))
                .sum();
    }
}
