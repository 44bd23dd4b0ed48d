package io.heliograph.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.heliograph.host.config.Recipient;
import io.heliograph.host.guard.Disclosure;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.retention.RetentionPeriods;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Commitment("T1")
class DisclosuresTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final Recipient CLOUD = new Recipient(
            "Cloud Pictures Ltd",
            "IE",
            Recipient.Role.PROCESSOR,
            Optional.empty(),
            "30 days",
            Recipient.TrainsOnInput.NO,
            Optional.empty(),
            Optional.empty());

    private final Disclosures disclosures = new Disclosures(db.tx(), db.ids(), RetentionPeriods::defaults);
    private final PrincipalId ann = db.principal();
    private final ObjectRef job = ObjectRef.job(new JobId(db.id()));

    @Test
    void theOwnerReadsWhatWentWhere() {
        disclosures.record(disclosure(ann, job, List.of(CLOUD)));

        DisclosureEntry entry =
                disclosures.page(ann, Optional.empty(), 10).items().getFirst();

        assertThat(entry.recipients())
                .containsExactly(new DisclosureEntry.DisclosedTo("Cloud Pictures Ltd", "IE", "30 days"));
        assertThat(entry.instance()).isEqualTo(new InstanceId("cloud-main"));
        assertThat(entry.categories()).containsExactlyInAnyOrder(DataCategory.PROMPT, DataCategory.UPLOAD);
        assertThat(entry.bytes()).isEqualTo(1_234);
        assertThat(entry.at()).isEqualTo(db.clock().instant());
        assertThat(entry.object()).hasValue(job);
        assertThat(entry.local()).isFalse();
    }

    @Test
    void nobodyElseReadsIt() {
        disclosures.record(disclosure(ann, job, List.of(CLOUD)));
        PrincipalId ben = db.principal();
        assertThat(disclosures.page(ben, Optional.empty(), 10).items()).isEmpty();
        assertThat(disclosures.of(ben, List.of(job))).isEmpty();
        assertThat(disclosures.of(ann, List.of(job))).hasSize(1);
        assertThat(disclosures.of(ann, List.of(new ObjectRef("asset", job.id()))))
                .isEmpty();
        assertThat(disclosures.of(ann, List.of())).isEmpty();
    }

    @Test
    void whatStaysHereSaysSo() {
        disclosures.record(new Disclosure(
                db.clock().instant(),
                new InstanceId("built-in"),
                "provider-procedural",
                "GenerationProvider.submit",
                Purpose.GENERATION,
                Optional.of(ann),
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(DataCategory.PROMPT),
                10));
        assertThat(disclosures.page(ann, Optional.empty(), 10).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.local()).isTrue());
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        for (int i = 0; i < 5; i++) {
            disclosures.record(disclosure(ann, job, List.of()));
        }
        Page<DisclosureEntry> first = disclosures.page(ann, Optional.empty(), 3);
        Page<DisclosureEntry> second = disclosures.page(ann, first.next(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isEmpty();
        assertThatThrownBy(() -> disclosures.page(ann, Optional.of(Cursor.of("x")), 3))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @Commitment({"R2", "U4"})
    void theyEndAtTheirDeadlineUnlessALawHolds() {
        disclosures.record(disclosure(ann, job, List.of(CLOUD)));
        RetentionClass retention = PrivacyRetention.classes(db.tx()).getFirst();
        var after = db.clock().instant().plus(Duration.ofDays(366));
        HoldCheck annHeld = () -> Set.of(ann);

        retention.sweep(after, 100, annHeld);
        assertThat(disclosures.page(ann, Optional.empty(), 10).items()).hasSize(1);

        retention.sweep(db.clock().instant(), 100, HoldCheck.NONE);
        assertThat(disclosures.page(ann, Optional.empty(), 10).items()).hasSize(1);

        assertThat(retention.overdue(after, HoldCheck.NONE)).isPositive();
        retention.sweep(after, 100, HoldCheck.NONE);
        assertThat(retention.overdue(after, HoldCheck.NONE)).isZero();
        assertThat(disclosures.page(ann, Optional.empty(), 10).items()).isEmpty();
    }

    @Test
    @Commitment("G3")
    void theyGoWithTheAccountAndOnlyThen() {
        disclosures.record(disclosure(ann, job, List.of(CLOUD)));
        PrivacyParticipant participant = new PrivacyParticipant(db.tx(), disclosures);
        ErasureOrder picture = order(new ErasureScope.Objects("asset", Set.of(db.id())));
        ErasureOrder account = order(new ErasureScope.Account());

        assertThat(participant.step(picture, ErasurePhase.ROWS, Optional.empty()))
                .isEqualTo(ErasureStep.nothing());
        assertThat(participant.remaining(account)).hasSize(1);
        assertThat(participant.step(account, ErasurePhase.ROWS, Optional.empty()))
                .isEqualTo(new ErasureStep.Finished(List.of(Tally.erased(DataCategory.DISCLOSURE, "disclosure", 1))));
        assertThat(participant.remaining(account)).isEmpty();
    }

    @Test
    @Commitment("G1")
    void theExportHoldsThem() {
        disclosures.record(disclosure(ann, job, List.of(CLOUD)));
        List<String> lines = new ArrayList<>();
        PrivacyParticipant participant = new PrivacyParticipant(db.tx(), disclosures);
        Optional<String> next = participant.export(ann, Optional.empty(), new ExportSink() {
            @Override
            public void line(DataCategory category, String kind, Map<String, ?> fields) {
                lines.add(kind + " " + fields.get("recipients"));
            }

            @Override
            public void file(DataCategory category, String path, String mediaType, Content content) {
                throw new IllegalStateException("privacy has no files");
            }
        });
        assertThat(next).isEmpty();
        assertThat(lines).containsExactly("disclosure [Cloud Pictures Ltd (IE)]");
    }

    @Test
    void everyColumnHasACategoryAndIsAnsweredFor() {
        PrivacyParticipant participant = new PrivacyParticipant(db.tx(), disclosures);
        assertThat(InventoryCheck.columns(db.record().dataSource(), db.record().inventory()))
                .isEmpty();
        assertThat(InventoryCheck.participants(db.record().inventory(), List.of(participant), List.of(participant)))
                .noneMatch(problem -> problem.contains("feature privacy"));
    }

    private ErasureOrder order(ErasureScope scope) {
        return new ErasureOrder(
                db.id(),
                ann,
                scope,
                Map.of(DataCategory.DISCLOSURE, new Disposition.Erase()),
                db.clock().instant());
    }

    private static Disclosure disclosure(PrincipalId owner, ObjectRef about, List<Recipient> recipients) {
        return new Disclosure(
                db.clock().instant(),
                new InstanceId("cloud-main"),
                "provider-cloud",
                "GenerationProvider.submit",
                Purpose.GENERATION,
                Optional.of(owner),
                Optional.of(about),
                recipients,
                List.of("api.cloud.example"),
                Set.of(DataCategory.PROMPT, DataCategory.UPLOAD),
                1_234);
    }
}
