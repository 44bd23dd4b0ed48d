package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.testing.InventoryCheck;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ParticipantsTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Rig rig;
    private Viewer person;

    @BeforeEach
    void open() {
        rig = new Rig(db, true);
        person = rig.rich();
    }

    @Test
    @Commitment("C2")
    void everyColumnHasACategoryAndIsAnsweredFor() {
        assertThat(InventoryCheck.columns(db.record().dataSource(), db.record().inventory()))
                .noneMatch(problem -> problem.contains("generation_"));
        assertThat(InventoryCheck.participants(
                        db.record().inventory(), List.of(rig.room.erasure()), List.of(rig.room.export())))
                .noneMatch(problem -> problem.contains("generation"));
    }

    @Test
    @Commitment({"C2", "G1"})
    void theExportHasThePromptOpened() {
        rig.submit(person, 1);
        List<Object> prompts = new ArrayList<>();
        rig.room.export().export(person.principal(), Optional.empty(), new ExportSink() {
            @Override
            public void line(DataCategory category, String kind, Map<String, ?> fields) {
                prompts.add(fields.get("prompt"));
            }

            @Override
            public void file(DataCategory category, String path, String mediaType, Content content) {
                throw new IllegalStateException("generation has no files");
            }
        });
        assertThat(prompts).containsExactly("a heron in the mist");
        assertThat(rig.room.export().holdings(person.principal()).getFirst().count())
                .isEqualTo(1);
    }

    @Test
    @Commitment({"C2", "R1", "U4"})
    void promptsGoWithTheirPeriodButNotUnderAHoldAndNotWhileTheyAreWorkedOn() {
        JobId done = rig.submit(person, 1);
        rig.pump(rig.room);
        JobId waiting = rig.submit(person, 1);
        rig.sql("update generation_job set keep_until = timestamp '2026-02-01 00:00:00' where principal_id = x'"
                + person.principal().toString().replace("-", "") + "'");
        Instant now = db.clock().instant();
        HoldCheck held = () -> Set.of(person.principal());

        assertThat(rig.room.retention().overdue(now, held)).isZero();
        assertThat(rig.room.retention().sweep(now, 100, held)).isZero();
        assertThat(rig.room.retention().sweep(now.minus(Duration.ofDays(60)), 100, HoldCheck.NONE))
                .isZero();
        assertThat(rig.room.retention().overdue(now, HoldCheck.NONE)).isEqualTo(1);
        assertThat(rig.room.retention().sweep(now, 100, HoldCheck.NONE)).isEqualTo(1);
        assertThat(rig.room.retention().overdue(now, HoldCheck.NONE)).isZero();
        assertThat(rig.room
                        .service()
                        .list(person, GenerationService.Filter.ALL, Optional.empty(), 9)
                        .items())
                .extracting(GenerationView::id)
                .containsExactly(waiting)
                .doesNotContain(done);
    }
}
