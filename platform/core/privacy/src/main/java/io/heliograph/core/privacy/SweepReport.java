package io.heliograph.core.privacy;

import java.time.Instant;
import java.util.Map;

/**
 * How a sweep went.
 *
 * @param lines one for each retention class, by its name
 */
public record SweepReport(Instant at, Map<String, Line> lines) {
    public SweepReport {
        lines = Map.copyOf(lines);
    }

    /** Whether everything past its deadline is proved gone. */
    public boolean clean() {
        return lines.values().stream().noneMatch(line -> line.failed() || line.overdue() > 0);
    }

    /** Whether nothing was due, and nothing failed. */
    public boolean quiet() {
        return clean() && lines.values().stream().allMatch(line -> line.removed() == 0);
    }

    /**
     * One class.
     *
     * @param removed how many things went
     * @param overdue how many are past their deadline and still there, measured after
     * @param failed whether it ended with a failure; then {@code overdue} is not known
     */
    public record Line(long removed, long overdue, boolean failed) {}
}
