package io.heliograph.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.testing.InventoryCheck;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordParticipantTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static ErasureOrder order(PrincipalId who, Map<DataCategory, Disposition> dispositions) {
        return new ErasureOrder(
                db.id(),
                who,
                new ErasureScope.Account(),
                dispositions,
                db.clock().instant());
    }

    private static PrincipalId busy() {
        PrincipalId who = db.principal();
        for (int i = 0; i < 3; i++) {
            db.tx().required(() -> db.events().append(who, "x", "{}"));
        }
        db.sealer().sealText(who, SealContext.field("x.y", db.id()), "text");
        db.audit().record(AuditEntry.of("x").ownedBy(who));
        return who;
    }

    @Test
    void eventsAndKeyGoAndTheSecurityRecordStays() {
        PrincipalId who = busy();
        RecordParticipant participant = db.record().participant();
        ErasureOrder order = order(who, Map.of(DataCategory.ACCESS, new Disposition.Erase()));
        assertThat(participant.remaining(order)).hasSize(1);

        ErasureStep rows = participant.step(order, ErasurePhase.ROWS, Optional.empty());
        assertThat(rows).isEqualTo(new ErasureStep.Finished(List.of(Tally.erased(DataCategory.ACCESS, "event", 3))));
        participant.step(order, ErasurePhase.KEYS, Optional.empty());

        assertThat(participant.remaining(order)).isEmpty();
        assertThat(db.sealer().destroyed(who)).isTrue();
        assertThat(db.audit().firstBroken()).isEmpty();
    }

    @Test
    void aKeyOutlivesWhatTheLawKeeps() {
        PrincipalId who = busy();
        ErasureOrder order = order(
                who,
                Map.of(
                        DataCategory.ACCESS,
                        new Disposition.Erase(),
                        DataCategory.INVOICE,
                        new Disposition.KeepUntil(db.clock().instant().plusSeconds(60), "tax-law")));
        ErasureStep step = db.record().participant().step(order, ErasurePhase.KEYS, Optional.empty());
        assertThat(((ErasureStep.Finished) step).tallies().getFirst().outcome()).isEqualTo(Tally.Outcome.KEPT);
        assertThat(db.sealer().destroyed(who)).isFalse();
    }

    @Test
    void anExportHasEventsAndTheSecurityRecordOfTheOwnerOnly() {
        PrincipalId who = busy();
        busy();
        List<String> kinds = new ArrayList<>();
        ExportSink sink = new ExportSink() {
            @Override
            public void line(DataCategory category, String kind, Map<String, ?> fields) {
                kinds.add(kind);
            }

            @Override
            public void file(DataCategory category, String path, String mediaType, Content content) {
                kinds.add(path);
            }
        };
        Optional<String> cursor = db.record().participant().export(who, Optional.empty(), sink);
        while (cursor.isPresent()) {
            cursor = db.record().participant().export(who, cursor, sink);
        }
        assertThat(kinds).containsExactly("event", "event", "event", "audit");
    }

    @Test
    void logsEndAfterTheirPeriodUnlessSomebodyIsHeld() {
        PrincipalId who = busy();
        db.clock().advance(Duration.ofDays(40));
        for (RetentionClass log : db.record().retention(Duration.ofDays(30), Duration.ofDays(30))) {
            HoldCheck held = () -> Set.of(who);
            assertThat(log.sweep(db.clock().instant(), 100, held)).isZero();
            assertThat(log.overdue(db.clock().instant(), HoldCheck.NONE)).isPositive();
            while (log.sweep(db.clock().instant(), 100, HoldCheck.NONE) > 0) {
                // until nothing is left
            }
            assertThat(log.overdue(db.clock().instant(), HoldCheck.NONE)).isZero();
        }
        assertThat(db.audit().firstBroken()).isEmpty();
    }

    @Test
    void theRecordAnswersForEverythingItKeeps() {
        RecordParticipant participant = db.record().participant();
        assertThat(InventoryCheck.participants(db.record().inventory(), List.of(participant), List.of(participant)))
                .isEmpty();
        assertThat(InventoryCheck.participants(db.record().inventory(), List.of(), List.of()))
                .hasSize(4);
    }
}
