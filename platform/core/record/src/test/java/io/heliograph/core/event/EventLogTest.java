package io.heliograph.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.testing.TestClock;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.PrincipalId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventLogTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @Test
    void eventsAreNumberedPerPrincipalAndReadFromAnyNumberOn() {
        PrincipalId a = db.principal();
        PrincipalId b = db.principal();
        for (int i = 1; i <= 3; i++) {
            int n = i;
            db.tx().required(() -> {
                db.events().append(a, "job.progress", "{\"n\":" + n + "}");
                db.events().append(b, "job.progress", "{}");
            });
        }
        assertThat(db.events().latest(a)).isEqualTo(3);
        assertThat(db.events().oldest(a)).isEqualTo(1);
        assertThat(db.events().after(a, 1, 10))
                .containsExactly(
                        new Event(a, 2, "job.progress", "{\"n\":2}", TestClock.START),
                        new Event(a, 3, "job.progress", "{\"n\":3}", TestClock.START));
        assertThat(db.events().after(a, 0, 2)).hasSize(2);
        assertThat(db.events().after(db.principal(), 0, 10)).isEmpty();
    }

    @Test
    void readersAreWokenAfterTheCommitOnly() {
        PrincipalId who = db.principal();
        List<String> woken = new ArrayList<>();
        try (EventBus.Subscription open = db.bus().subscribe(EventLog.TOPIC, woken::add)) {
            assertThat(open).isNotNull();
            db.tx().required(() -> {
                db.events().append(who, "x", "{}");
                assertThat(woken).isEmpty();
            });
            assertThatThrownBy(() -> db.tx().required(() -> {
                        db.events().append(who, "x", "{}");
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(woken).containsExactly(who.toString());
    }

    @Test
    void manyWritersLeaveNoGapAndNoDouble() throws Exception {
        PrincipalId who = db.principal();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> numbers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                numbers.add(executor.submit(
                        () -> db.tx().required(() -> db.events().append(who, "x", "{}"))));
            }
            List<Long> got = new ArrayList<>();
            for (Future<Long> number : numbers) {
                got.add(number.get(60, TimeUnit.SECONDS));
            }
            assertThat(got)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 60).boxed().toList());
        }
    }

    @Test
    void oldEventsAreTrimmedAndNumbersGoOn() {
        PrincipalId who = db.principal();
        db.tx().required(() -> db.events().append(who, "x", "{}"));
        while (db.events().trim(TestClock.START.plusSeconds(1), 100) > 0) {
            // until none is left
        }
        assertThat(db.events().oldest(who)).isZero();
        assertThat(db.tx().<Long>required(() -> db.events().append(who, "x", "{}")))
                .isEqualTo(2);
    }

    @Test
    void appendingNeedsAUnitOfWorkAndABoundedPayload() {
        assertThatThrownBy(() -> db.events().append(db.principal(), "x", "{}"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.tx().required(() -> db.events().append(db.principal(), "x", "x".repeat(16_001))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
