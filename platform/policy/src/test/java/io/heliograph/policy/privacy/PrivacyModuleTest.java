package io.heliograph.policy.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.Reasons;
import io.heliograph.policy.Requests;
import io.heliograph.policy.Ruling;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.policy.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrivacyModuleTest {
    private static final InstanceId LOCAL = new InstanceId("local");
    private static final InstanceId CLOUD = new InstanceId("cloud");
    private static final Actor ANN = Actor.person(Requests.ANN);
    private static final Actor BEN = Actor.person(Requests.BEN);
    private static final Actor STAFF = Actor.staff(Requests.BEN);

    private final Map<InstanceId, Declaration> declared = Map.of(
            LOCAL,
            new Declaration(Set.of(), Set.of(), Set.of(DataCategory.PROMPT, DataCategory.ACCOUNT)),
            CLOUD,
            new Declaration(
                    Set.of("Cloud Ltd"), Set.of("api.cloud.example", "*.files.example"), Set.of(DataCategory.PROMPT)));
    private boolean held;
    private final PrivacyModule module =
            new PrivacyModule(instance -> Optional.ofNullable(declared.get(instance)), _ -> held);

    @Test
    @Commitment("V1")
    void privateThingsAreTheOwnersAlone() {
        allowed(module.judge(reveal(ANN).build()));
        denied(Reasons.NOT_VISIBLE, module.judge(reveal(BEN).build()));
        denied(Reasons.NOT_VISIBLE, module.judge(reveal(Actor.anonymous()).build()));
        denied(
                Reasons.NOT_VISIBLE,
                module.judge(reveal(BEN).fact(Facts.VISIBILITY, "Public ").build()));
    }

    @Test
    @Commitment({"V1", "V2"})
    void publicThingsAndShownLinksAreForEverybody() {
        allowed(module.judge(
                reveal(Actor.anonymous()).fact(Facts.VISIBILITY, "public").build()));
        allowed(module.judge(reveal(BEN).fact(Facts.SHARE_GRANT, true).build()));
        denied(
                Reasons.NOT_VISIBLE,
                module.judge(reveal(BEN).fact(Facts.SHARE_GRANT, false).build()));
    }

    @Test
    @Commitment("V3")
    void administratorsSeeNoPrivateContent() {
        denied(Reasons.NOT_VISIBLE, module.judge(reveal(STAFF).build()));
        denied(
                Reasons.NOT_VISIBLE,
                module.judge(GateRequest.reveal(Purpose.ADMINISTRATION, STAFF, Requests.PICTURE)
                        .owner(Requests.ANN)
                        .build()));
        Ruling people = module.judge(GateRequest.reveal(Purpose.ADMINISTRATION, STAFF, ObjectRef.account(Requests.ANN))
                .owner(Requests.ANN)
                .build());
        assertThat(duties(people)).containsExactly(Obligation.of(Obligation.Kind.AUDIT));
    }

    @Test
    void thePlatformReadsForItsWorkOnly() {
        allowed(module.judge(GateRequest.reveal(Purpose.EXPORT, Actor.system(), Requests.PICTURE)
                .owner(Requests.ANN)
                .build()));
        denied(Reasons.NOT_VISIBLE, module.judge(reveal(Actor.system()).build()));
    }

    @Test
    @Commitment("T1")
    void whatIsDeclaredAndNeededLeavesAndIsRecorded() {
        Ruling ruling = module.judge(disclose(Purpose.GENERATION, CLOUD, DataCategory.PROMPT)
                .fact(Facts.HOST, "api.cloud.example")
                .build());
        allowed(module.judge(disclose(Purpose.GENERATION, CLOUD, DataCategory.PROMPT)
                .fact(Facts.HOST, "eu.files.example")
                .build()));
        assertThat(duties(ruling)).containsExactly(Obligation.of(Obligation.Kind.RECORD_DISCLOSURE));
    }

    @Test
    void aCallThatCarriesNoDataIsNoDisclosure() {
        assertThat(module.judge(disclose(Purpose.GENERATION, CLOUD).build())).isEqualTo(Ruling.allow());
    }

    @Test
    @Commitment("T2")
    void aNameAboveADeclaredOneIsNotDeclared() {
        denied(
                Reasons.UNDECLARED_HOST,
                module.judge(disclose(Purpose.GENERATION, CLOUD, DataCategory.PROMPT)
                        .fact(Facts.HOST, "files.example")
                        .build()));
    }

    @Test
    @Commitment({"T1", "T2"})
    void nothingElseLeaves() {
        denied(
                Reasons.UNDECLARED_RECIPIENT,
                module.judge(disclose(Purpose.GENERATION, new InstanceId("ghost"), DataCategory.PROMPT)
                        .build()));
        denied(
                Reasons.UNDECLARED_HOST,
                module.judge(disclose(Purpose.GENERATION, CLOUD, DataCategory.PROMPT)
                        .fact(Facts.HOST, "ads.example")
                        .build()));
        denied(
                Reasons.UNDECLARED_CATEGORY,
                module.judge(
                        disclose(Purpose.GENERATION, CLOUD, DataCategory.UPLOAD).build()));
        denied(
                Reasons.MORE_THAN_NEEDED,
                module.judge(disclose(Purpose.GENERATION, LOCAL, DataCategory.ACCOUNT)
                        .build()));
        denied(
                Reasons.NOT_OWNER,
                module.judge(GateRequest.disclose(Purpose.GENERATION, BEN, CLOUD, "GenerationProvider.submit", Set.of())
                        .owner(Requests.ANN)
                        .build()));
    }

    @Test
    @Commitment("T1")
    void enginesNeverGetAccountsAndMailersNeverPictures() {
        assertThat(Minimisation.most(Purpose.GENERATION)).doesNotContain(DataCategory.ACCOUNT, DataCategory.ACCESS);
        assertThat(Minimisation.most(Purpose.MAIL)).doesNotContain(DataCategory.RESULT, DataCategory.PROMPT);
        assertThat(Minimisation.most(new Purpose("new-idea"))).isEmpty();
    }

    @Test
    @Commitment("C3")
    void picturesAreKeptSealedStrippedAndMarked() {
        Ruling ruling = module.judge(GateRequest.store(Purpose.GENERATION, Actor.system(), DataCategory.RESULT)
                .owner(Requests.ANN)
                .call(CLOUD, "BlobStore.put")
                .fact(Facts.GENERATED, true)
                .fact(Facts.ORIGIN, "trainedAlgorithmicMedia")
                .build());
        assertThat(duties(ruling))
                .containsExactlyInAnyOrder(
                        Obligation.of(Obligation.Kind.SEAL),
                        Obligation.of(Obligation.Kind.STRIP_METADATA),
                        Obligation.of(Obligation.Kind.MARK_ORIGIN, "origin", "trainedAlgorithmicMedia"),
                        Obligation.of(Obligation.Kind.RECORD_DISCLOSURE));
    }

    @Test
    void whatHasNoOwnerNoOriginOrNoStoreIsNotKept() {
        GateRequest.Builder upload = GateRequest.store(Purpose.UPLOAD, ANN, DataCategory.UPLOAD);
        denied(Reasons.FACT_MISSING, module.judge(upload.build()));
        denied(
                Reasons.FACT_MISSING,
                module.judge(
                        upload.owner(Requests.ANN).fact(Facts.GENERATED, true).build()));
        denied(Reasons.NOT_OWNER, module.judge(upload.owner(Requests.BEN).build()));
        denied(
                Reasons.UNDECLARED_RECIPIENT,
                module.judge(GateRequest.store(Purpose.UPLOAD, ANN, DataCategory.UPLOAD)
                        .owner(Requests.ANN)
                        .call(new InstanceId("ghost"), "BlobStore.put")
                        .build()));
    }

    @Test
    @Commitment({"G3", "U4"})
    void theOwnerAndTheRetentionEraseUnlessALawHolds() {
        GateRequest owner = erase(Purpose.DELETION, ANN);
        GateRequest period = erase(Purpose.RETENTION, Actor.system());
        GateRequest orphan = erase(Purpose.HOUSEKEEPING, Actor.system());
        allowed(module.judge(owner));
        allowed(module.judge(period));
        denied(Reasons.NOT_OWNER, module.judge(erase(Purpose.DELETION, BEN)));
        denied(Reasons.NOT_OWNER, module.judge(erase(Purpose.VIEW, Actor.system())));
        denied(Reasons.NOT_OWNER, module.judge(erase(Purpose.DELETION, STAFF)));
        held = true;
        denied(Reasons.LEGAL_HOLD, module.judge(owner));
        denied(Reasons.LEGAL_HOLD, module.judge(period));
        denied(Reasons.NOT_OWNER, module.judge(erase(Purpose.DELETION, BEN)));
        allowed(module.judge(orphan));
    }

    private static GateRequest.Builder reveal(Actor actor) {
        return GateRequest.reveal(Purpose.VIEW, actor, Requests.PICTURE).owner(Requests.ANN);
    }

    private static GateRequest erase(Purpose purpose, Actor actor) {
        return GateRequest.erase(purpose, actor, Requests.PICTURE)
                .owner(Requests.ANN)
                .build();
    }

    private static GateRequest.Builder disclose(Purpose purpose, InstanceId instance, DataCategory... categories) {
        return GateRequest.disclose(
                        purpose,
                        Actor.system(),
                        instance,
                        "GenerationProvider.submit",
                        Set.copyOf(Arrays.asList(categories)))
                .owner(Requests.ANN);
    }

    private static void allowed(Ruling ruling) {
        assertThat(ruling.verdict()).isInstanceOf(Verdict.Allow.class);
    }

    private static void denied(String reason, Ruling ruling) {
        assertThat(ruling.verdict()).isEqualTo(Verdict.deny(reason));
    }

    private static List<Obligation> duties(Ruling ruling) {
        allowed(ruling);
        return ((Verdict.Allow) ruling.verdict()).obligations();
    }
}
