package io.heliograph.core.generation;

import io.heliograph.core.generation.store.Expression;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a step that broke by a fault of ours: another try later, each time after a longer wait, and the end where it never
 * works. The person has the credits back in any case; where the engine may have worked, that is at the operator's cost.
 */
final class BrokenStep {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenStep.class);
    private static final int LONGEST_POWER = 8;

    private final Held held;
    private final JobRun.Parts parts;

    BrokenStep(Held held, JobRun.Parts parts) {
        this.held = held;
        this.parts = parts;
    }

    /** @throws LeaseLostException if somebody else holds the job by now */
    void go() {
        parts.moves().read(held);
        if (held.state().ended()) {
            return;
        }
        int times = held.row().brokenSteps() + 1;
        if (times < parts.settings().maxBrokenSteps()) {
            parts.moves().setBack(held, Duration.ofSeconds(1L << Math.min(times, LONGEST_POWER)));
            return;
        }
        LOG.error("Job {} is given up after {} broken steps in {}", held.id(), times, held.state());
        if (held.state() == JobState.EXPIRED) {
            parts.moves().park(held, JobState.EXPIRED, Duration.ZERO, Map.of("due_at", Expression.NULL));
        } else {
            parts.moves()
                    .fail(held, FailureCode.OUR_FAULT, workMayHaveCost() ? Moves.Credits.LOST : Moves.Credits.RELEASED);
        }
    }

    private boolean workMayHaveCost() {
        boolean local = parts.engines()
                .find(held.instance())
                .map(engine -> engine.view().local())
                .orElse(false);
        return !held.state().unsent() && !local;
    }
}
