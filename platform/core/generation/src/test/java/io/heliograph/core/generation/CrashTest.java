package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.billing.ledger.Balance;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.JobId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker dies at each named point; another one goes on. No job is lost, none delivered twice, no key worked twice. */
class CrashTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    static Stream<Arguments> points() {
        return Stream.of(FaultPoint.values())
                .flatMap(point -> Stream.of(Arguments.of(point, true), Arguments.of(point, false)));
    }

    @ParameterizedTest
    @MethodSource("points")
    @Commitment("U1")
    void nothingIsLostAndNothingHappensTwice(FaultPoint point, boolean remote) {
        Rig rig = new Rig(db, false);
        rig.engine.remote = remote;
        rig.engine.looksUp = true;
        Viewer person = rig.rich();
        JobId id = rig.submit(person, 2);
        AtomicInteger deaths = new AtomicInteger();
        GenerationRoom mortal = rig.room(at -> {
            if (at == point) {
                deaths.incrementAndGet();
                throw new Killed();
            }
        });

        rig.pump(mortal);
        boolean passes = point == FaultPoint.AFTER_ANSWER && !remote;
        assertThat(deaths.get()).isEqualTo(passes ? 0 : 1);
        rig.hurry();
        rig.pump(rig.room);

        GenerationView view = rig.view(person, id);
        assertThat(view.state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(view.results()).hasSize(2);
        assertThat(rig.engine.workByKey).containsOnly(java.util.Map.entry(id.toString(), 1));
        assertThat(rig.delivery.published.keySet()).containsExactlyInAnyOrderElementsOf(view.results());
        assertThat(rig.delivery.published.values()).containsOnly(1);
        assertThat(rig.ledger.balance(person.principal())).isEqualTo(new Balance(1_000_000 - 20, 0));
        rig.assertBookIsClean();
    }

    /** The process is gone; no catch of the worker's sees it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }
}
