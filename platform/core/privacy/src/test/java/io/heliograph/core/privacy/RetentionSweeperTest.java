package io.heliograph.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.testing.TestClock;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@Commitment({"R1", "R2"})
class RetentionSweeperTest {
    private final TestClock clock = new TestClock();

    @Test
    void sweepsInBatchesUntilNothingIsLeft() {
        Shelf shelf = new Shelf("result", 450);
        SweepReport report = sweeper(shelf).sweep();
        assertThat(report.lines()).containsEntry("result", new SweepReport.Line(450, 0, false));
        assertThat(report.clean()).isTrue();
        assertThat(shelf.askedAt).isEqualTo(clock.instant());
    }

    @Test
    void tellsWhatIsNotProvedGone() {
        Shelf stuck = new Shelf("stuck", 3);
        stuck.removes = false;
        SweepReport report = sweeper(stuck).sweep();
        assertThat(report.lines()).containsEntry("stuck", new SweepReport.Line(0, 3, false));
        assertThat(report.clean()).isFalse();
    }

    @Test
    void oneThatFailsStopsNoOther() {
        Shelf broken = new Shelf("broken", 3);
        broken.fails = true;
        Shelf fine = new Shelf("fine", 3);
        RetentionSweeper sweeper = sweeper(broken, fine);
        assertThat(sweeper.last()).isEmpty();

        SweepReport report = sweeper.sweep();

        assertThat(report.lines().get("broken")).isEqualTo(new SweepReport.Line(0, 0, true));
        assertThat(report.lines().get("fine")).isEqualTo(new SweepReport.Line(3, 0, false));
        assertThat(report.clean()).isFalse();
        assertThat(sweeper.last()).hasValue(report);
    }

    private RetentionSweeper sweeper(RetentionClass... classes) {
        return new RetentionSweeper(clock, HoldCheck.NONE, List.of(classes));
    }

    private static final class Shelf implements RetentionClass {
        private final String name;
        private int things;
        boolean removes = true;
        boolean fails;
        Instant askedAt = Instant.EPOCH;

        Shelf(String name, int things) {
            this.name = name;
            this.things = things;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public DataCategory category() {
            return DataCategory.RESULT;
        }

        @Override
        public int sweep(Instant now, int limit, HoldCheck holds) {
            if (fails) {
                throw new IllegalStateException("store away");
            }
            askedAt = now;
            int gone = removes ? Math.min(limit, things) : 0;
            things -= gone;
            return gone;
        }

        @Override
        public long overdue(Instant now, HoldCheck holds) {
            return things;
        }
    }
}
