package io.heliograph.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HousekeepingTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @Test
    void aChoreRunsAgainAndAFailingOneStopsNothing() throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        CountDownLatch failed = new CountDownLatch(1);
        try (Housekeeping housekeeping = new Housekeeping(db.record().dataSource())) {
            housekeeping.every("test.twice", Duration.ofMillis(10), twice::countDown);
            housekeeping.every("test.fails", Duration.ofHours(1), () -> {
                failed.countDown();
                throw new IllegalStateException("broken chore");
            });
            housekeeping.start();
            assertThat(twice.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(failed.await(60, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> housekeeping.every("late", Duration.ofHours(1), () -> {}))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
