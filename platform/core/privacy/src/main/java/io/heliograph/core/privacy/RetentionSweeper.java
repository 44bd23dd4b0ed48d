package io.heliograph.core.privacy;

import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.kernel.Commitment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what has reached its deadline. Each retention class deletes in batches, through the store where there are bytes,
 * until it finds nothing more; then it measures what is overdue, which must be nought: what is not proved gone is told to
 * the operator. One class that fails stops no other.
 */
@Commitment({"R1", "R2"})
public final class RetentionSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionSweeper.class);
    private static final int BATCH = 200;
    /** A class that has more to do than this goes on at the next sweep. */
    private static final int MOST_BATCHES = 500;

    private final InstantSource clock;
    private final HoldCheck holds;
    private final List<RetentionClass> classes;
    private volatile @Nullable SweepReport last;

    /** A sweeper of these classes that leaves alone what a law holds. */
    public RetentionSweeper(InstantSource clock, HoldCheck holds, List<RetentionClass> classes) {
        this.clock = clock;
        this.holds = holds;
        this.classes = List.copyOf(classes);
    }

    /** Sweeps all classes once. */
    public SweepReport sweep() {
        Instant now = clock.instant();
        TreeMap<String, SweepReport.Line> lines = new TreeMap<>();
        for (RetentionClass one : classes) {
            lines.put(one.name(), sweep(one, now));
        }
        SweepReport report = new SweepReport(now, lines);
        last = report;
        return report;
    }

    private SweepReport.Line sweep(RetentionClass one, Instant now) {
        long removed = 0;
        try {
            for (int batch = 0; batch < MOST_BATCHES; batch++) {
                int gone = one.sweep(now, BATCH, holds);
                removed += gone;
                if (gone == 0) {
                    break;
                }
            }
            long overdue = one.overdue(now, holds);
            if (overdue > 0) {
                LOG.warn("Retention of {}: {} are past their deadline and still there", one.name(), overdue);
            }
            return new SweepReport.Line(removed, overdue, false);
        } catch (RuntimeException failure) {
            // The edge of a class: the others are swept all the same.
            LOG.error("Retention of {} failed; it is tried again at the next sweep", one.name(), failure);
            return new SweepReport.Line(removed, 0, true);
        }
    }

    /** How the last sweep of this process went, for the admin page; empty before the first. */
    public Optional<SweepReport> last() {
        return Optional.ofNullable(last);
    }
}
