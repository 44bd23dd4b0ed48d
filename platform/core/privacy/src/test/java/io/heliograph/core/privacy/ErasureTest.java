package io.heliograph.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.core.tx.Leases;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.PolicySetup;
import io.heliograph.policy.Reasons;
import io.heliograph.policy.privacy.PrivacyModule;
import io.heliograph.policy.retention.EraseRule;
import io.heliograph.policy.retention.RetentionPeriods;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Commitment("G3")
class ErasureTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private final PrincipalId ann = db.principal();
    private final FakeFeature pictures = new FakeFeature("picture", DataCategory.RESULT, ErasurePhase.BLOBS, 5);
    private final FakeFeature invoices = new FakeFeature("invoice", DataCategory.INVOICE, ErasurePhase.ROWS, 3);
    private final PolicyEngine policy = new PolicyEngine(db.clock(), _ -> OptionalLong.of(0));
    private boolean held;

    private final Erasure erasure = new Erasure(
            db.tx(),
            db.ids(),
            db.clock(),
            policy,
            db.audit(),
            List.of(pictures, invoices),
            List.of(pictures, invoices),
            EraseRule::defaults,
            RetentionPeriods::defaults);
    private final ErasureWalk walk = walker();

    ErasureTest() {
        policy.load(PolicySetup.of(List.of(new PrivacyModule(_ -> Optional.empty(), _ -> held))));
    }

    /** Orders of one test must not be walked by the next. */
    @AfterEach
    void finishWhatIsLeft() {
        pictures.script.clear();
        for (int i = 0; i < 20; i++) {
            db.clock().advance(Duration.ofHours(2));
            walk.run();
        }
        assertThat(erasure.receipts(ann))
                .allSatisfy(receipt -> assertThat(receipt.finishedAt()).isPresent());
    }

    @Test
    void everythingGoesButWhatALawKeepsAndTheReceiptCounts() {
        UUID order = orderAccount();
        assertThat(pictures.tombstones).isEqualTo(1);
        assertThat(receipt(order).finishedAt()).isEmpty();

        walk.run();

        assertThat(pictures.things).isZero();
        assertThat(invoices.things).isEqualTo(3);
        assertThat(receipt(order).finishedAt()).hasValue(db.clock().instant());
        assertThat(receipt(order).tallies())
                .containsExactly(
                        new Tally(DataCategory.INVOICE, "invoice", Tally.Outcome.KEPT, 3, "tax-law"),
                        new Tally(DataCategory.RESULT, "picture", Tally.Outcome.ERASED, 5, ""));
    }

    @Test
    void aLawKeepsOnlyWhatThereIs() {
        invoices.things = 0;
        UUID order = orderAccount();
        walk.run();
        assertThat(receipt(order).tallies()).noneMatch(tally -> tally.outcome() == Tally.Outcome.KEPT);
    }

    @Test
    void nobodyErasesWhatIsNotTheirs() {
        denied(Reasons.NOT_OWNER, Actor.person(db.principal()));
        denied(Reasons.NOT_OWNER, Actor.anonymous());
        held = true;
        denied(Reasons.LEGAL_HOLD, Actor.person(ann));
        assertThat(pictures.tombstones).isZero();
        assertThat(erasure.receipts(ann)).isEmpty();
    }

    @Test
    void anAccountIsOrderedOnce() {
        assertThat(orderAccount()).isEqualTo(orderAccount());
        assertThat(pictures.tombstones).isEqualTo(1);
    }

    @Test
    void singleThingsLeaveTheRestAlone() {
        UUID order = erasure.order(Actor.person(ann), ann, new ErasureScope.Objects("asset", Set.of(db.id())));
        walk.run();
        assertThat(receipt(order).scope()).isEqualTo("objects");
        assertThat(receipt(order).finishedAt()).isPresent();
    }

    @Test
    void aStepThatWaitsIsNotDone() {
        pictures.script.add(_ -> new ErasureStep.Waiting(Duration.ofMinutes(5), "store-unavailable"));
        UUID order = orderAccount();

        walk.run();
        assertThat(receipt(order).finishedAt()).isEmpty();
        assertThat(receipt(order).waitingFor()).isEqualTo("store-unavailable");
        assertThat(pictures.things).isEqualTo(5);

        walk.run();
        assertThat(pictures.checkpoints).hasSize(1);
        db.clock().advance(Duration.ofMinutes(5));
        walk.run();
        assertThat(receipt(order).finishedAt()).isPresent();
        assertThat(receipt(order).waitingFor()).isEmpty();
    }

    @Test
    void aStepThatFailsIsTakenUpAtItsCheckpoint() {
        pictures.script.add(_ -> {
            pictures.things -= 2;
            return new ErasureStep.More("at 3", List.of(Tally.erased(DataCategory.RESULT, "picture", 2)));
        });
        pictures.script.add(_ -> {
            throw new IllegalStateException("killed here");
        });
        UUID order = orderAccount();

        walk.run();
        assertThat(receipt(order).waitingFor()).isEqualTo("failed:picture");
        db.clock().advance(Duration.ofMinutes(1));
        walker().run();

        assertThat(pictures.checkpoints).startsWith(Optional.empty(), Optional.of("at 3"), Optional.of("at 3"));
        assertThat(receipt(order).finishedAt()).isPresent();
        assertThat(receipt(order).tallies())
                .contains(new Tally(DataCategory.RESULT, "picture", Tally.Outcome.ERASED, 5, ""));
    }

    @Test
    void aSkipIsNeverDone() {
        pictures.script.add(_ -> ErasureStep.nothing());
        UUID order = orderAccount();

        walk.run();
        assertThat(receipt(order).finishedAt())
                .as("it looked, and they are still there")
                .isEmpty();
        assertThat(receipt(order).waitingFor()).isEqualTo("left:picture");

        db.clock().advance(Duration.ofMinutes(1));
        walk.run();
        assertThat(receipt(order).finishedAt()).isPresent();
        assertThat(pictures.things).isZero();
    }

    @Test
    void oneWalkerAtATime() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        pictures.script.add(_ -> {
            inside.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return ErasureStep.nothing();
        });
        orderAccount();
        Thread first = Thread.ofVirtual().start(walk::runOne);
        inside.await();
        assertThat(walker().runOne()).isFalse();
        goOn.countDown();
        first.join();
    }

    @Test
    void aReceiptIsItsOwnersAlone() {
        UUID order = orderAccount();
        assertThat(erasure.receipt(db.principal(), order)).isEmpty();
    }

    private UUID orderAccount() {
        return erasure.order(Actor.person(ann), ann, new ErasureScope.Account());
    }

    private ErasureReceipt receipt(UUID order) {
        return erasure.receipt(ann, order).orElseThrow();
    }

    private ErasureWalk walker() {
        return new ErasureWalk(db.tx(), db.clock(), new Leases(), db.audit(), List.of(pictures, invoices));
    }

    private void denied(String reason, Actor actor) {
        assertThatThrownBy(() -> erasure.order(actor, ann, new ErasureScope.Account()))
                .isInstanceOfSatisfying(
                        PolicyDeniedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
