package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.billing.ledger.Balance;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.JobId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps that break by a fault of ours, each time or for a while. */
class BrokenStepTest {
    private static final long RICH = 1_000_000;
    private static final int MORE_THAN_ENOUGH = 40;

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private final AtomicInteger tries = new AtomicInteger();

    private Rig rig(boolean local) {
        Rig rig = new Rig(db, local);
        rig.engine.script = (call, spec, key) -> {
            tries.incrementAndGet();
            throw new IllegalStateException("broken on purpose");
        };
        return rig;
    }

    private static void work(Rig rig) {
        for (int i = 0; i < MORE_THAN_ENOUGH; i++) {
            rig.pump(rig.room);
            rig.hurry();
        }
    }

    @Test
    void aStepThatAlwaysBreaksEndsTheJobAndGivesTheCreditsBack() {
        Rig rig = rig(true);
        Viewer person = rig.rich();
        JobId id = rig.submit(person, 1);
        work(rig);
        GenerationView view = rig.view(person, id);
        assertThat(view.state()).isEqualTo(GenerationState.FAILED);
        assertThat(view.failure().orElseThrow().retryable()).isTrue();
        assertThat(view.charged()).isFalse();
        assertThat(tries.get()).isBetween(2, GenerationSettings.usual().maxBrokenSteps());
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(RICH, 0));
        rig.assertBookIsClean();
    }

    @Test
    void whatCannotBeKeptByAFaultOfOursEndsToo() {
        Rig rig = new Rig(db, true);
        rig.delivery.broken = true;
        Viewer person = rig.rich();
        JobId id = rig.submit(person, 1);
        work(rig);
        GenerationView view = rig.view(person, id);
        assertThat(view.failure().orElseThrow().code()).isEqualTo(FailureCode.OUR_FAULT.word());
        assertThat(rig.engine.workByKey.values()).containsOnly(1);
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(RICH, 0));
        rig.assertBookIsClean();
    }

    @Test
    void theNextTryWaitsLongerThanTheLast() {
        Rig rig = new Rig(db, true);
        rig.delivery.broken = true;
        Viewer person = rig.rich();
        rig.submit(person, 1);
        rig.pump(rig.room);
        // Due in two seconds, so nothing is to be done now.
        assertThat(rig.room.worker().takeWhatThereIs()).isFalse();
    }

    @Test
    void whatBreaksForAWhileIsDoneAfterwards() {
        Rig rig = new Rig(db, true);
        rig.delivery.broken = true;
        Viewer person = rig.rich();
        JobId id = rig.submit(person, 1);
        rig.pump(rig.room);
        rig.delivery.broken = false;
        rig.hurry();
        rig.pump(rig.room);
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(rig.engine.workByKey.values()).containsOnly(1);
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(RICH - 10, 0));
    }
}
