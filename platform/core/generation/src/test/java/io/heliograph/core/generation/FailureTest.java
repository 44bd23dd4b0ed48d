package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.billing.ledger.Balance;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.JobId;
import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.JobCanceller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FailureTest {
    private static final long RICH = 1_000_000;

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Rig rig;
    private Viewer person;

    @BeforeEach
    void open() {
        rig = new Rig(db, false);
        person = rig.rich();
    }

    @AfterEach
    void theBookIsClean() {
        rig.assertBookIsClean();
    }

    private void assertNothingCharged() {
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(RICH, 0));
        assertThat(rig.delivery.published).isEmpty();
    }

    @Test
    void whereNothingHappenedItIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        rig.engine.script = (call, spec, key) -> {
            if (tries.incrementAndGet() < 3) {
                throw PluginException.nothingHappened(ErrorKind.PROVIDER, "away", "away");
            }
            return rig.engine.usual(call, spec, key);
        };
        JobId id = rig.submit(person, 1);
        for (int i = 0; i < 3; i++) {
            rig.pump(rig.room);
            rig.hurry();
        }
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(RICH - 10, 0));
    }

    @Test
    void itIsNotTriedForEver() {
        rig.engine.script = (call, spec, key) -> {
            throw PluginException.nothingHappened(ErrorKind.PROVIDER, "away", "away");
        };
        JobId id = rig.submit(person, 1);
        for (int i = 0; i < 8; i++) {
            rig.pump(rig.room);
            rig.hurry();
        }
        assertFailed(id, FailureCode.PROVIDER_FAILED);
        assertNothingCharged();
    }

    @Test
    void whatAPersonCannotHaveFailsAtOnce() {
        rig.engine.script = (call, spec, key) -> {
            throw PluginException.nothingHappened(ErrorKind.SAFETY, "refused", "refused");
        };
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        assertFailed(id, FailureCode.REFUSED_BY_SAFETY);
        assertNothingCharged();
    }

    @Test
    @Commitment({"U1", "T3"})
    void workWithoutAResultIsBorneByTheOperator() {
        rig.engine.script = (call, spec, key) -> {
            throw PluginException.happened(ErrorKind.PROVIDER, "broke", "broke");
        };
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        assertFailed(id, FailureCode.PROVIDER_FAILED);
        assertNothingCharged();
        assertThat(losses()).isEqualTo(10);
    }

    @Test
    void aLostAnswerIsHeldAndFoundByOurKey() {
        rig.engine.looksUp = true;
        rig.engine.lookupBehind = true;
        loseTheAnswer(true);
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.UNKNOWN);
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(RICH - 10, 10));

        rig.hurry();
        rig.pump(rig.room);
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.UNKNOWN);

        rig.engine.lookupBehind = false;
        rig.hurry();
        rig.pump(rig.room);
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(rig.engine.workByKey).containsOnly(Map.entry(id.toString(), 1));
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(RICH - 10, 0));
    }

    @Test
    void whatTheVendorNeverGotIsSentAgain() {
        rig.engine.looksUp = true;
        loseTheAnswer(false);
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        rig.engine.script = rig.engine::usual;
        rig.hurry();
        rig.pump(rig.room);
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(rig.engine.workByKey).containsOnly(Map.entry(id.toString(), 1));
    }

    @Test
    void unknownEndsAfterTheHoldAndALateResultIsDeliveredUncharged() {
        rig.engine.looksUp = true;
        rig.engine.lookupBehind = true;
        loseTheAnswer(true);
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        rig.sql("update generation_job set unknown_since = utc_timestamp(6) - interval 61 minute where id = "
                + Rig.hex(id));
        rig.hurry();
        rig.pump(rig.room);

        GenerationView expired = rig.view(person, id);
        assertThat(expired.state()).isEqualTo(GenerationState.FAILED);
        assertThat(expired.failure().orElseThrow().code()).isEqualTo(FailureCode.UNKNOWN_EXPIRED.word());
        assertNothingCharged();
        assertThat(losses()).isEqualTo(10);

        rig.engine.lookupBehind = false;
        rig.hurry();
        rig.pump(rig.room);
        GenerationView late = rig.view(person, id);
        assertThat(late.state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(late.charged()).isFalse();
        assertThat(late.results()).hasSize(1);
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(RICH, 0));
    }

    @Test
    void whereNobodyCanBeAskedTheHoldEnds() {
        loseTheAnswer(true);
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        rig.sql("update generation_job set unknown_since = utc_timestamp(6) - interval 61 minute where id = "
                + Rig.hex(id));
        rig.hurry();
        rig.pump(rig.room);
        assertFailed(id, FailureCode.UNKNOWN_EXPIRED);
        assertNothingCharged();
    }

    @Test
    void aStoreThatFailsIsTriedAgainFromTheSpool() {
        rig.delivery.failures.add(new Delivery.TryLaterException(new IllegalStateException("full")));
        rig.delivery.failures.add(new Delivery.TryLaterException(new IllegalStateException("full")));
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.STORING);
        for (int i = 0; i < 2; i++) {
            rig.hurry();
            rig.pump(rig.room);
        }
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(rig.engine.workByKey).containsOnly(Map.entry(id.toString(), 1));
        assertThat(rig.delivery.forgotten).hasSize(1);
    }

    @Test
    void aStoreThatStaysAwayEndsTheJobAtNoCharge() {
        rig.delivery.failures.add(new Delivery.TryLaterException(new IllegalStateException("full")));
        rig.delivery.failures.add(new Delivery.TryLaterException(new IllegalStateException("full")));
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        rig.sql("update generation_job set spooled_at = utc_timestamp(6) - interval 51 minute where id = "
                + Rig.hex(id));
        rig.hurry();
        rig.pump(rig.room);
        assertFailed(id, FailureCode.STORAGE_FAILED);
        assertNothingCharged();
    }

    @Test
    void anUnusableResultIsNotChargedAndALostOneIsAskedForAgain() {
        rig.delivery.failures.add(new Delivery.UnusableException(new IllegalStateException("no picture")));
        JobId unusable = rig.submit(person, 1);
        rig.pump(rig.room);
        assertFailed(unusable, FailureCode.RESULT_UNUSABLE);
        assertNothingCharged();

        rig.engine.remote = true;
        rig.delivery.failures.add(new Delivery.SpoolLostException(new IllegalStateException("gone")));
        JobId lost = rig.submit(person, 1);
        rig.pump(rig.room);
        assertThat(rig.view(person, lost).state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(rig.engine.workByKey).containsEntry(lost.toString(), 1);
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndARunningOneAsksItsEngine() {
        JobId waiting = rig.submit(person, 1);
        assertThat(rig.room.service().cancel(person, waiting).state()).isEqualTo(GenerationState.CANCELED);
        assertThat(rig.room.service().cancel(person, waiting).state()).isEqualTo(GenerationState.CANCELED);

        rig.engine.remote = true;
        rig.engine.cancels = true;
        rig.engine.scriptedPoll = true;
        rig.engine.pollAnswer = new Answer.Running(OptionalDouble.of(0.4), Optional.empty(), Duration.ofMinutes(1));
        JobId running = rig.submit(person, 1);
        rig.pump(rig.room);
        GenerationView before = rig.view(person, running);
        assertThat(before.state()).isEqualTo(GenerationState.RUNNING);
        assertThat(before.fraction()).hasValue(0.4);
        assertThat(rig.room.service().cancel(person, running).state()).isEqualTo(GenerationState.CANCELING);
        rig.pump(rig.room);
        assertThat(rig.view(person, running).state()).isEqualTo(GenerationState.CANCELED);
        assertThat(rig.engine.cancelled).hasSize(1);
        assertNothingCharged();
        assertThat(losses()).isZero();
    }

    @Test
    void aCancelThatComesTooLateDeliversAndOneThatMayCostIsBorneByTheOperator() {
        rig.engine.remote = true;
        rig.engine.cancels = true;
        rig.engine.scriptedPoll = true;
        rig.engine.pollAnswer = new Answer.Running(OptionalDouble.empty(), Optional.empty(), Duration.ofMinutes(1));
        JobId costs = rig.submit(person, 1);
        rig.pump(rig.room);
        rig.engine.cancelOutcome = JobCanceller.Outcome.CANCELLED_AND_MAY_COST;
        rig.room.service().cancel(person, costs);
        rig.pump(rig.room);
        assertThat(rig.view(person, costs).state()).isEqualTo(GenerationState.CANCELED);
        assertThat(losses()).isEqualTo(10);

        JobId late = rig.submit(person, 1);
        rig.pump(rig.room);
        rig.engine.cancelOutcome = JobCanceller.Outcome.TOO_LATE;
        rig.engine.scriptedPoll = false;
        rig.room.service().cancel(person, late);
        rig.pump(rig.room);
        assertThat(rig.view(person, late).state()).isEqualTo(GenerationState.SUCCEEDED);
    }

    @Test
    void aRunningCallIsToldToStop() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        rig.engine.script = (call, spec, key) -> {
            call.stop().onStop(told::countDown);
            running.countDown();
            await(told);
            throw PluginException.cancelled();
        };
        JobId id = rig.submit(person, 1);
        assertThat(rig.room.worker().takeWhatThereIs()).isTrue();
        await(running);
        rig.room.service().cancel(person, id);
        await(told);
        assertThat(rig.room.worker().awaitIdle(Rig.LIMIT)).isTrue();
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.CANCELED);
        assertNothingCharged();
    }

    @Test
    void aDeadlineEndsWaitingAndWorking() {
        JobId waiting = rig.submit(person, 1);
        rig.sql("update generation_job set deadline_at = utc_timestamp(6) - interval 1 second, due_at = deadline_at"
                + " where id = " + Rig.hex(waiting));
        rig.engine.unavailable = Optional.of("off");
        rig.pump(rig.room);
        assertFailed(waiting, FailureCode.TIMED_OUT);

        rig.engine.unavailable = Optional.empty();
        rig.engine.remote = true;
        rig.engine.cancels = true;
        rig.engine.scriptedPoll = true;
        rig.engine.pollAnswer = new Answer.Running(OptionalDouble.empty(), Optional.empty(), Duration.ofMinutes(1));
        JobId working = rig.submit(person, 1);
        rig.pump(rig.room);
        rig.sql("update generation_job set deadline_at = utc_timestamp(6) - interval 1 second where id = "
                + Rig.hex(working));
        rig.hurry();
        rig.pump(rig.room);
        assertFailed(working, FailureCode.TIMED_OUT);
        assertNothingCharged();
    }

    @Test
    void aRemoteJobThatFailedSaysSo() {
        rig.engine.remote = true;
        rig.engine.scriptedPoll = true;
        rig.engine.pollAnswer = new Answer.Failed(ErrorKind.SAFETY, "withheld", Effect.HAPPENED);
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        assertFailed(id, FailureCode.REFUSED_BY_SAFETY);
        assertNothingCharged();
        assertThat(losses()).isEqualTo(10);
    }

    @Test
    void outputsAtAddressesAreFetchedFirst() {
        rig.engine.script = (call, spec, key) -> new Answer.Done(new Outputs(
                call.spoolKey(),
                List.of(new Made.Away(
                        "https://x.example/1", Map.of(), Optional.empty(), java.util.OptionalLong.empty())),
                List.of()));
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.SUCCEEDED);
    }

    @Test
    @Commitment("G3")
    void anErasureDuringARunningJobLeavesNothing() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch erased = new CountDownLatch(1);
        rig.engine.script = (call, spec, key) -> {
            running.countDown();
            await(erased);
            return rig.engine.usual(call, spec, key);
        };
        JobId id = rig.submit(person, 1);
        JobId waiting = rig.submit(person, 1);
        rig.room.worker().takeWhatThereIs();
        await(running);
        long before = GenerationRoom.epochs(db.tx())
                .epoch(io.heliograph.policy.ObjectRef.job(id))
                .orElseThrow();

        ErasureOrder order = new ErasureOrder(
                db.id(),
                person.principal(),
                new ErasureScope.Account(),
                Map.of(DataCategory.PROMPT, new Disposition.Erase()),
                db.clock().instant());
        db.tx().required(() -> rig.room.erasure().tombstone(order));
        assertThat(GenerationRoom.epochs(db.tx()).epoch(io.heliograph.policy.ObjectRef.job(id)))
                .hasValue(before + 1);
        erased.countDown();
        assertThat(rig.room.worker().awaitIdle(Rig.LIMIT)).isTrue();
        rig.hurry();
        rig.pump(rig.room);

        assertNothingCharged();
        assertThat(rig.delivery.put).isEmpty();
        assertThat(rig.view(person, waiting).state()).isEqualTo(GenerationState.CANCELED);
        rig.room.erasure().step(order, ErasurePhase.ROWS, Optional.empty());
        assertThat(rig.room.erasure().remaining(order)).isEmpty();
        assertThat(GenerationRoom.epochs(db.tx()).epoch(io.heliograph.policy.ObjectRef.job(id)))
                .isEmpty();
    }

    /** @param arrived whether the vendor did the work */
    private void loseTheAnswer(boolean arrived) {
        rig.engine.script = (call, spec, key) -> {
            if (arrived) {
                rig.engine.work(key.value(), spec);
            }
            throw PluginException.unknown("lost", "the answer was lost");
        };
    }

    private void assertFailed(JobId id, FailureCode code) {
        GenerationView view = rig.view(person, id);
        assertThat(view.state()).isEqualTo(GenerationState.FAILED);
        assertThat(view.failure().orElseThrow().code()).isEqualTo(code.word());
        assertThat(view.failure().orElseThrow().charged()).isFalse();
        assertThat(view.credits()).isZero();
    }

    private long losses() {
        return db.tx()
                .required(() -> io.heliograph.core.tx.Sessions.current()
                        .createNativeQuery(
                                "select balance from ledger_account where account = 'LOSSES' and principal_id = :p",
                                Long.class)
                        .setParameter(
                                "p",
                                io.heliograph.kernel.Uuids.bytes(
                                        person.principal().value()))
                        .getSingleResult());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Rig.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
