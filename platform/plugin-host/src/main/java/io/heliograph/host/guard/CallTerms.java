package io.heliograph.host.guard;

import io.heliograph.host.bytes.JobSpool;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.policy.Obligation;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the caller adds to one plugin call.
 *
 * @param total the call's deadline, waiting for a slot included
 * @param noProgress how long it may stand still: no byte moved, nothing reported
 * @param cancel the caller's wish to end it
 * @param progress told a few times a second at most, on the instance's thread
 * @param spool where results go
 * @param fulfilled duties of the permit that the caller has carried out on the bytes before it hands them over; a duty
 *     that is neither here nor known to the guard makes the guard refuse
 */
public record CallTerms(
        Duration total,
        Duration noProgress,
        CancelSource cancel,
        Consumer<ProgressReport> progress,
        JobSpool spool,
        Set<Obligation.Kind> fulfilled) {
    public CallTerms {
        fulfilled = Set.copyOf(fulfilled);
        if (total.isNegative() || total.isZero() || noProgress.isNegative() || noProgress.isZero()) {
            throw new IllegalArgumentException("a call needs time");
        }
    }

    /** A short call without progress or results that must return within {@code total}. */
    public static CallTerms within(Duration total) {
        return new CallTerms(total, total, new CancelSource(), _ -> {}, JobSpool.none(), Set.of());
    }

    /** The same, given up after standing still for so long. */
    public CallTerms withNoProgress(Duration newNoProgress) {
        return new CallTerms(total, newNoProgress, cancel, progress, spool, fulfilled);
    }

    /** The same, ended by {@code newCancel}. */
    public CallTerms withCancel(CancelSource newCancel) {
        return new CallTerms(total, noProgress, newCancel, progress, spool, fulfilled);
    }

    /** The same, telling how far it is. */
    public CallTerms withProgress(Consumer<ProgressReport> newProgress) {
        return new CallTerms(total, noProgress, cancel, newProgress, spool, fulfilled);
    }

    /** The same, with room for results. */
    public CallTerms withSpool(JobSpool newSpool) {
        return new CallTerms(total, noProgress, cancel, progress, newSpool, fulfilled);
    }

    /** The same, with these duties carried out by the caller. */
    public CallTerms fulfilling(Obligation.Kind... kinds) {
        return new CallTerms(total, noProgress, cancel, progress, spool, Set.of(kinds));
    }
}
