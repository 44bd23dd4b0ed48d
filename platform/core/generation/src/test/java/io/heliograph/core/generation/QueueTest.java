package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.generation.store.JobStore;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.core.tx.Leases;
import io.heliograph.kernel.JobId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Rig rig;
    private Claims claims;

    @BeforeEach
    void open() {
        rig = new Rig(db, true);
        rig.engine.price = 0;
        claims = new Claims(db.tx(), new Leases(), Duration.ofSeconds(30));
    }

    private Optional<Held> next(int concurrency) {
        return claims.next(rig.engine.view().instance(), concurrency);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theOneJobOfAnotherStartsNext(int workers) {
        Viewer many = rig.rich();
        Viewer one = rig.rich();
        for (int i = 0; i < 1_000; i++) {
            rig.submit(many, 1);
        }
        for (int i = 0; i < workers; i++) {
            assertThat(next(100).orElseThrow().owner()).isEqualTo(many.principal());
        }
        JobId wanted = rig.submit(one, 1);
        assertThat(rig.view(one, wanted).queuePosition()).hasValue(1);

        assertThat(next(100).orElseThrow().id()).isEqualTo(wanted);
        assertThat(next(100).orElseThrow().owner()).isEqualTo(many.principal());
    }

    @Test
    void beforeAnythingStartedTheShorterLineGoesFirst() {
        Viewer many = rig.rich();
        Viewer one = rig.rich();
        for (int i = 0; i < 5; i++) {
            rig.submit(many, 1);
        }
        JobId wanted = rig.submit(one, 1);
        assertThat(next(100).orElseThrow().id()).isEqualTo(wanted);
    }

    @Test
    void whoWasJustServedDoesNotGoFirstAgain() {
        Viewer many = rig.rich();
        Viewer often = rig.rich();
        for (int i = 0; i < 4; i++) {
            rig.submit(many, 1);
        }
        List<Viewer> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rig.submit(often, 1);
            order.add(next(100).orElseThrow().owner().equals(many.principal()) ? many : often);
            rig.submit(often, 1);
            order.add(next(100).orElseThrow().owner().equals(many.principal()) ? many : often);
        }
        assertThat(order.stream().filter(many::equals).count()).isEqualTo(4);
    }

    @Test
    void anInstanceStartsNoMoreThanItMay() {
        Viewer person = rig.rich();
        for (int i = 0; i < 3; i++) {
            rig.submit(person, 1);
        }
        assertThat(next(2)).isPresent();
        assertThat(next(2)).isPresent();
        assertThat(next(2)).isEmpty();
    }

    @Test
    void manyWorkersStartNothingTwice() throws Exception {
        Viewer a = rig.rich();
        Viewer b = rig.rich();
        for (int i = 0; i < 60; i++) {
            rig.submit(i % 3 == 0 ? b : a, 1);
        }
        List<Callable<List<JobId>>> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            workers.add(() -> {
                List<JobId> taken = new ArrayList<>();
                for (Optional<Held> held = next(1_000); held.isPresent(); held = next(1_000)) {
                    taken.add(held.get().id());
                }
                return taken;
            });
        }
        List<JobId> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            for (Future<List<JobId>> taken : pool.invokeAll(workers)) {
                all.addAll(taken.get());
            }
        }
        Set<JobId> distinct = new HashSet<>(all);
        assertThat(all).hasSize(60);
        assertThat(distinct).hasSize(60);
    }

    @Test
    void aLeaseThatRanOutIsTakenOnceAndTheOldHolderWritesNothing() {
        Viewer person = rig.rich();
        rig.submit(person, 1);
        Held first = next(1).orElseThrow();
        assertThat(claims.due(10)).isEmpty();
        rig.hurry();

        List<Held> second = claims.due(10);

        assertThat(second).hasSize(1);
        assertThat(claims.due(10)).isEmpty();
        JobStore jobs = new JobStore();
        assertThat(db.tx()
                        .required(() -> jobs.change(
                                first.row().id(), first.lease().token(), "STARTING", Map.of("state", "QUEUED"))))
                .isFalse();
        assertThat(db.tx()
                        .required(() -> jobs.change(
                                first.row().id(),
                                second.getFirst().lease().token(),
                                "STARTING",
                                Map.of("state", "QUEUED"))))
                .isTrue();
    }

    @Test
    void aHeartbeatKeepsALeaseAndTellsOfLossAndOfCancel() {
        Viewer person = rig.rich();
        JobId id = rig.submit(person, 1);
        Heartbeats heartbeats = new Heartbeats(db.tx(), new Leases(), Duration.ofSeconds(30));
        Held held = next(1).orElseThrow();
        heartbeats.add(held);
        rig.hurry();
        heartbeats.beat();
        assertThat(claims.due(10)).noneMatch(due -> due.id().equals(id));
        assertThat(held.stop().stopped()).isFalse();

        rig.sql("update generation_job set cancel_requested = true where id = " + Rig.hex(id));
        heartbeats.beat();
        assertThat(held.stop().is(Stop.Reason.CANCELED)).isTrue();

        JobId other = rig.submit(person, 1);
        Held lost = claims.next(rig.engine.view().instance(), 10).orElseThrow();
        assertThat(lost.id()).isEqualTo(other);
        heartbeats.add(lost);
        rig.sql("update generation_job set lease_token = 1 where id = " + Rig.hex(other));
        heartbeats.beat();
        assertThat(lost.stop().is(Stop.Reason.LEASE_LOST)).isTrue();
    }
}
