package io.heliograph.core.generation;

import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.generation.store.AssetIds;
import io.heliograph.core.generation.store.ClaimStore;
import io.heliograph.core.generation.store.Expression;
import io.heliograph.core.generation.store.JobRow;
import io.heliograph.core.generation.store.JobStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Every move of a job that somebody holds: checked against the diagram, written under the lease, told to its owner, and
 * with its credits, all in one unit of work. A lost lease is a {@link LeaseLostException} and changes nothing.
 */
final class Moves {
    /** What becomes of the credits when a job ends without a result. */
    enum Credits {
        RELEASED,
        LOST,
        EXPIRED
    }

    private final Tx tx;
    private final Ledger ledger;
    private final JobEvents events;
    private final JobStore jobs = new JobStore();
    private final ClaimStore claims = new ClaimStore();

    Moves(Tx tx, Ledger ledger, JobEvents events) {
        this.tx = tx;
        this.ledger = ledger;
        this.events = events;
    }

    /** A move that keeps the lease. */
    void move(Held held, JobState next, Map<String, Object> columns) {
        tx.required(() -> {
            write(held, next, columns);
            tell(held, next);
        });
        read(held);
    }

    /** A move that gives the lease back; somebody looks again after {@code wait}. */
    void park(Held held, JobState next, Duration wait, Map<String, Object> columns) {
        Map<String, Object> all = new HashMap<>();
        all.put("lease_token", Expression.NULL);
        all.put("due_at", Expression.after(wait));
        all.putAll(columns);
        tx.required(() -> {
            write(held, next, all);
            if (next != held.state()) {
                tell(held, next);
            }
        });
        read(held);
    }

    /** Gives the lease back where the job stands, and counts that a step broke; somebody tries again after {@code wait}. */
    void setBack(Held held, Duration wait) {
        boolean stillHeld = tx.required(() -> jobs.change(
                held.row().id(),
                held.lease().token(),
                held.state().name(),
                Map.of(
                        "lease_token",
                        Expression.NULL,
                        "due_at",
                        Expression.after(wait),
                        "broken_steps",
                        Expression.plusOne("broken_steps"))));
        if (!stillHeld) {
            throw new LeaseLostException();
        }
        read(held);
    }

    /** Back into the line: it is certain that nothing happened. @param attempts to be counted from now on */
    void requeue(Held held, Duration wait, int attempts) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("lease_token", Expression.NULL);
        columns.put("due_at", new Expression("deadline_at"));
        columns.put("next_at", Expression.after(wait));
        columns.put("attempts", attempts);
        columns.put("fraction", Expression.NULL);
        columns.put("unknown_since", Expression.NULL);
        columns.put("outputs_sealed", Expression.NULL);
        tx.required(() -> {
            write(held, JobState.QUEUED, columns);
            JobRow row = held.row();
            claims.enqueue(row.instance(), row.principal(), row.priority(), wait);
            tell(held, JobState.QUEUED);
        });
        read(held);
    }

    /** The end without a result. */
    void fail(Held held, FailureCode code, Credits credits) {
        end(held, JobState.FAILED, credits, Map.of("failure_code", code.word()));
    }

    /** The end at its owner's wish. */
    void cancel(Held held, Credits credits) {
        end(held, JobState.CANCELED, credits, Map.of());
    }

    /** The end for the owner; the result is still looked for after {@code wait}, or no more where that is null. */
    void expire(Held held, Expression lookAgain) {
        end(
                held,
                JobState.EXPIRED,
                Credits.EXPIRED,
                Map.of("failure_code", FailureCode.UNKNOWN_EXPIRED.word(), "due_at", lookAgain));
    }

    private void end(Held held, JobState end, Credits credits, Map<String, Object> columns) {
        Map<String, Object> all = new HashMap<>();
        all.put("lease_token", Expression.NULL);
        all.put("due_at", Expression.NULL);
        all.put("finished_at", Expression.onceNow("finished_at"));
        all.put("outputs_sealed", Expression.NULL);
        all.put("fraction", Expression.NULL);
        all.putAll(columns);
        tx.required(() -> {
            if (held.row().settlement().equals("HELD")) {
                all.put("settlement", giveBack(ledger, held.id(), credits));
            }
            write(held, end, all);
            tell(held, end);
        });
        read(held);
    }

    /** Books the end of a reservation; answers the row's new settlement. */
    static String giveBack(Ledger ledger, JobId job, Credits credits) {
        switch (credits) {
            case RELEASED -> ledger.release(job);
            case LOST -> ledger.releaseAtLoss(job);
            case EXPIRED -> ledger.expireUnknown(job);
        }
        return credits == Credits.RELEASED ? "RELEASED" : "LOST";
    }

    /** The good end: results visible, credits settled for what was delivered, state and event, or nothing of it. */
    void succeed(Held held, Delivery.Shelf shelf, byte[] notesSealed) {
        JobRow row = held.row();
        long charge = Math.min(row.credits(), Math.multiplyExact(row.creditsEach(), (long)
                shelf.assets().size()));
        Map<String, Object> columns = new HashMap<>();
        columns.put("lease_token", Expression.NULL);
        columns.put("due_at", Expression.NULL);
        columns.put("finished_at", Expression.NOW);
        columns.put("failure_code", Expression.NULL);
        columns.put("outputs_sealed", Expression.NULL);
        columns.put("notes_sealed", notesSealed);
        columns.put(
                "asset_ids",
                AssetIds.write(shelf.assets().stream().map(AssetId::value).toList()));
        columns.put("fraction", Expression.NULL);
        tx.required(() -> {
            if (row.settlement().equals("HELD")) {
                ledger.settle(held.id(), charge);
                columns.put("settlement", "CHARGED");
                columns.put("charged", charge);
            }
            write(held, JobState.SUCCEEDED, columns);
            shelf.publish();
            tell(held, JobState.SUCCEEDED);
        });
        read(held);
    }

    /** Reads the row anew, as others may have changed what is not the holder's. */
    void read(Held held) {
        tx.required(() -> jobs.find(held.row().id())).ifPresent(held::refresh);
    }

    private void write(Held held, JobState next, Map<String, Object> columns) {
        if (held.row().leaseToken() != held.lease().token()) {
            held.stop().stop(Stop.Reason.LEASE_LOST);
            throw new LeaseLostException();
        }
        JobState now = held.state();
        if (!now.mayBecome(next)) {
            throw new IllegalStateException("a job does not go from " + now + " to " + next);
        }
        Map<String, Object> all = new HashMap<>(columns);
        all.put("state", next.name());
        if (!jobs.change(held.row().id(), held.lease().token(), now.name(), all)) {
            held.stop().stop(Stop.Reason.LEASE_LOST);
            throw new LeaseLostException();
        }
    }

    private void tell(Held held, JobState next) {
        JobRow row = held.row();
        events.tell(
                row.principal(),
                row.id(),
                next.shown(row.cancelRequested()),
                next == JobState.WORKING ? row.fraction() : OptionalDouble.empty(),
                next.occupiesEngine() ? row.previewSeq() : 0);
    }
}
