package io.heliograph.core.generation;

import io.heliograph.core.generation.store.ClaimStore;
import io.heliograph.core.generation.store.Expression;
import io.heliograph.core.generation.store.JobRow;
import io.heliograph.core.generation.store.JobStore;
import io.heliograph.core.tx.Leases;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.InstanceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes jobs: the next to start at an instance, or those that are due. Each take is one short unit of work. */
final class Claims {
    private final Tx tx;
    private final Leases leases;
    private final Duration length;
    private final ClaimStore claims = new ClaimStore();
    private final JobStore jobs = new JobStore();

    Claims(Tx tx, Leases leases, Duration length) {
        this.tx = tx;
        this.leases = leases;
        this.length = length;
    }

    /** The job whose turn it is at {@code instance}, if fewer than {@code concurrency} occupy it. */
    Optional<Held> next(InstanceId instance, int concurrency) {
        String name = instance.value();
        return tx.required(() -> {
            claims.takeLane(name);
            if (claims.occupied(name) >= concurrency) {
                return Optional.<Held>empty();
            }
            return claims.nextInLine(name).flatMap(this::start);
        });
    }

    private Optional<Held> start(UUID id) {
        Leases.Lease lease = leases.grant(length);
        boolean taken = jobs.change(
                id,
                0,
                JobState.QUEUED.name(),
                Map.of(
                        "state",
                        JobState.STARTING.name(),
                        "lease_token",
                        lease.token(),
                        "due_at",
                        Expression.after(length),
                        "started_at",
                        Expression.onceNow("started_at"),
                        "attempts",
                        Expression.plusOne("attempts")));
        return taken ? jobs.find(id).map(row -> new Held(row, lease)) : Optional.empty();
    }

    /** At most {@code limit} jobs that somebody must look at: polls, lookups, stores, deadlines, leases that ran out. */
    List<Held> due(int limit) {
        return tx.required(() -> {
            List<Held> taken = new ArrayList<>();
            for (UUID id : claims.due(limit)) {
                Leases.Lease lease = leases.grant(length);
                if (claims.leaseDue(id, lease.token(), length)) {
                    Optional<JobRow> row = jobs.find(id);
                    row.ifPresent(found -> taken.add(new Held(found, lease)));
                }
            }
            return taken;
        });
    }
}
