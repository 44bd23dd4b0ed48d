package io.heliograph.core.generation;

import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.generation.store.Expression;
import io.heliograph.core.generation.store.JobRow;
import io.heliograph.core.generation.store.JobStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.JobId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Stops a job at whatever stage it is: a waiting one here and now, a running one by telling its holder. */
final class CancelStep {
    private final Tx tx;
    private final Ledger ledger;
    private final JobEvents events;
    private final EventBus bus;
    private final JobStore jobs = new JobStore();

    CancelStep(Tx tx, Ledger ledger, JobEvents events, EventBus bus) {
        this.tx = tx;
        this.ledger = ledger;
        this.events = events;
        this.bus = bus;
    }

    /** Cancels; harmless for a job that has ended. */
    void cancel(JobId id) {
        Optional<JobRow> row = tx.required(() -> jobs.find(id.value()));
        if (row.isEmpty() || JobState.valueOf(row.get().state()).ended()) {
            return;
        }
        if (row.get().state().equals(JobState.QUEUED.name()) && row.get().leaseToken() == 0) {
            try {
                tx.required(() -> endWaiting(row.get()));
                return;
            } catch (LeaseLostException startedMeanwhile) {
                // A worker was faster: it is told like for any running job.
            }
        }
        tx.required(() -> request(row.get()));
    }

    private void endWaiting(JobRow row) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("state", JobState.CANCELED.name());
        columns.put("finished_at", Expression.NOW);
        columns.put("due_at", Expression.NULL);
        columns.put("cancel_requested", true);
        if (row.settlement().equals("HELD")) {
            columns.put("settlement", Moves.giveBack(ledger, new JobId(row.id()), Moves.Credits.RELEASED));
        }
        if (!jobs.change(row.id(), 0, JobState.QUEUED.name(), columns)) {
            throw new LeaseLostException();
        }
        events.tell(row.principal(), row.id(), GenerationState.CANCELED, OptionalDouble.empty(), 0);
    }

    private void request(JobRow row) {
        if (jobs.requestCancel(row.id())) {
            GenerationState shown = JobState.valueOf(row.state()).shown(true);
            events.tell(row.principal(), row.id(), shown, row.fraction(), 0);
            Tx.afterCommit(() -> bus.publish(GenerationWorker.CANCEL_TOPIC, new JobId(row.id()).toString()));
        }
    }
}
