package io.heliograph.core.generation;

import io.heliograph.core.generation.store.JobRow;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.Reasons;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the spool into the library. A store that fails is tried again from the spool; the work is never done again. */
final class StoreStep {
    private static final Logger LOG = LoggerFactory.getLogger(StoreStep.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Held held;
    private final JobRun.Parts parts;
    private final Optional<Engine> engine;

    StoreStep(Held held, JobRun.Parts parts, Optional<Engine> engine) {
        this.held = held;
        this.parts = parts;
        this.engine = engine;
    }

    void go() {
        JobRow row = held.row();
        Outputs outputs = parts.sealing()
                .openOutputs(held.owner(), row.id(), row.outputsSealed().orElseThrow());
        JobInput input = parts.sealing().openInput(held.owner(), row.id(), row.inputSealed());
        Delivery.Shelf shelf;
        try {
            shelf = parts.delivery().keep(new Delivery.Order(row, held.grant(), input, outputs, held.stop()));
        } catch (Delivery.UnusableException unusable) {
            LOG.info("No output of job {} can be kept", row.id(), unusable);
            parts.moves().fail(held, FailureCode.RESULT_UNUSABLE, Moves.Credits.LOST);
            parts.delivery().forget(outputs.kept());
            return;
        } catch (Delivery.SpoolLostException lost) {
            LOG.warn("The spool has lost an output of job {}", row.id(), lost);
            spoolLost();
            return;
        } catch (Delivery.TryLaterException later) {
            LOG.warn("Results of job {} cannot be kept just now", row.id(), later);
            again(FailureCode.STORAGE_FAILED);
            return;
        } catch (PolicyDeniedException denied) {
            refused(denied, outputs);
            return;
        }
        parts.faults().at(FaultPoint.AFTER_PUT);
        try {
            parts.moves().succeed(held, shelf, parts.sealing().notes(held.owner(), row.id(), outputs.notes()));
        } catch (LeaseLostException lost) {
            shelf.discard();
            throw lost;
        }
        held.row()
                .startedAt()
                .flatMap(from -> held.row().finishedAt().map(until -> Duration.between(from, until)))
                .ifPresent(work -> parts.pace().took(new ModelId(held.instance(), row.model()), work));
        parts.faults().at(FaultPoint.AFTER_COMMIT);
        parts.delivery().forget(outputs.kept());
    }

    private void refused(PolicyDeniedException denied, Outputs outputs) {
        if (denied.reason().equals(Reasons.REVOKED) || denied.reason().equals(Reasons.UNKNOWN_OBJECT)) {
            parts.delivery().forget(outputs.kept());
            throw new LeaseLostException();
        }
        LOG.warn("STORE refuses the results of job {}: {}", held.id(), denied.reason());
        again(FailureCode.POLICY_DENIED);
    }

    private void again(FailureCode inTheEnd) {
        boolean over = held.row()
                .spooledAt()
                .map(at -> at.plus(parts.settings().spoolLife())
                        .isBefore(held.row().readAt()))
                .orElse(false);
        if (over) {
            parts.moves().fail(held, inTheEnd, Moves.Credits.LOST);
        } else {
            parts.moves().park(held, JobState.SPOOLED, AGAIN, Map.of());
        }
    }

    /** The vendor still has it, or the work cost nothing and ran here; else it is lost. */
    private void spoolLost() {
        if (held.row().remoteToken().isPresent()) {
            parts.moves().park(held, JobState.WORKING, Duration.ZERO, Map.of());
        } else if (engine.map(one -> one.inProcess()).orElse(false)
                && held.row().attempts() < parts.settings().maxAttempts()) {
            parts.moves().requeue(held, Duration.ZERO, held.row().attempts());
        } else {
            parts.moves().fail(held, FailureCode.RESULT_LOST, Moves.Credits.LOST);
        }
    }
}
