package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.event.EventLog;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.JobId;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkerTest {
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
    void twoWorkersDeliverEverythingOnce() throws Exception {
        rig.engine.concurrency = 4;
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(rig.submit(person, 1));
        }
        GenerationRoom second = rig.room(FaultPoint.Hook.NONE);
        try (GenerationWorker one = rig.room.worker();
                GenerationWorker two = second.worker()) {
            one.start();
            two.start();
            awaitEvent(() -> rig.delivery.published.size() == 30);
            assertThat(one.drain(Rig.LIMIT)).isTrue();
            assertThat(two.drain(Rig.LIMIT)).isTrue();
        }
        assertThat(rig.engine.workByKey).hasSize(30);
        assertThat(rig.engine.workByKey.values()).containsOnly(1);
        assertThat(rig.delivery.published.values()).containsOnly(1);
        for (JobId id : ids) {
            assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.SUCCEEDED);
        }
        rig.assertBookIsClean();
    }

    @Test
    void progressAndPreviewsAreToldWhileItRuns() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        rig.engine.script = (call, spec, key) -> {
            call.progress().accept(ProgressReport.of(0.25, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}));
            await(seen);
            return rig.engine.usual(call, spec, key);
        };
        JobId id = rig.submit(person, 1);
        try (GenerationWorker worker = rig.room.worker()) {
            worker.start();
            awaitEvent(() -> db.events().after(person.principal(), 0, 50).stream()
                    .anyMatch(event -> event.json().contains("\"fraction\":0.25,\"previewSeq\":1")));
            GenerationView view = rig.view(person, id);
            assertThat(view.state()).isEqualTo(GenerationState.RUNNING);
            assertThat(view.fraction()).hasValue(0.25);
            assertThat(view.previewSeq()).hasValue(1);
            assertThat(rig.room.service().preview(person, id).orElseThrow().mediaType())
                    .isEqualTo("image/jpeg");
            seen.countDown();
            awaitEvent(() -> rig.view(person, id).state() == GenerationState.SUCCEEDED);
            assertThat(worker.awaitIdle(Rig.LIMIT)).isTrue();
            assertThat(rig.room.service().preview(person, id)).isEmpty();
        }
    }

    @Test
    void drainingPutsBackWhatALocalEngineHadNotFinished() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        rig.engine.script = (call, spec, key) -> {
            call.stop().onStop(told::countDown);
            running.countDown();
            await(told);
            throw PluginException.cancelled();
        };
        JobId id = rig.submit(person, 1);
        try (GenerationWorker worker = rig.room.worker()) {
            worker.start();
            await(running);
            assertThat(worker.drain(Rig.LIMIT)).isTrue();
        }
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.QUEUED);

        rig.engine.script = rig.engine::usual;
        GenerationRoom next = rig.room(FaultPoint.Hook.NONE);
        rig.pump(next);
        assertThat(rig.view(person, id).state()).isEqualTo(GenerationState.SUCCEEDED);
        assertThat(rig.engine.workByKey.values()).containsOnly(1);
    }

    /** Looks after each event of the log until {@code condition} holds. */
    private static void awaitEvent(BooleanSupplier condition) throws InterruptedException {
        Bell bell = new Bell();
        try (var _ = db.bus().subscribe(EventLog.TOPIC, key -> bell.ring())) {
            long end = System.nanoTime() + Rig.LIMIT.toNanos();
            while (!condition.getAsBoolean() && System.nanoTime() < end) {
                bell.await(Duration.ofSeconds(1));
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Rig.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
