package io.heliograph.core.generation;

import io.heliograph.core.generation.store.ClaimStore;
import io.heliograph.core.tx.Leases;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.JobId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the leases of all jobs this worker holds, on a platform thread of its own, so that busy engines cannot starve it;
 * and learns there which of them were asked to stop. A lease that cannot be renewed stops its job before it ends.
 */
final class Heartbeats {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    private final ConcurrentMap<JobId, Held> held = new ConcurrentHashMap<>();
    private final Tx tx;
    private final Leases leases;
    private final Duration length;
    private final ClaimStore claims = new ClaimStore();

    Heartbeats(Tx tx, Leases leases, Duration length) {
        this.tx = tx;
        this.leases = leases;
        this.length = length;
    }

    void add(Held job) {
        held.put(job.id(), job);
    }

    void remove(Held job) {
        held.remove(job.id(), job);
        synchronized (this) {
            notifyAll();
        }
    }

    /** Waits until nothing is held; false when {@code limit} is over before. */
    synchronized boolean awaitNone(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toMillis();
                    !held.isEmpty() && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return held.isEmpty();
    }

    /** The jobs held now. */
    List<Held> all() {
        return List.copyOf(held.values());
    }

    int size() {
        return held.size();
    }

    /** One round. A record that cannot be asked loses nothing but time: trust ends by itself. */
    void beat() {
        List<Held> now = all();
        try {
            for (Held job : now) {
                renew(job);
            }
            List<UUID> ids = now.stream().map(job -> job.row().id()).toList();
            List<UUID> toStop = tx.required(() -> claims.cancelRequested(ids));
            now.stream()
                    .filter(job -> toStop.contains(job.row().id()))
                    .forEach(job -> job.stop().stop(Stop.Reason.CANCELED));
        } catch (RuntimeException recordAway) {
            LOG.warn("Leases cannot be renewed just now", recordAway);
        }
        for (Held job : now) {
            if (!leases.trusted(job.lease())) {
                job.stop().stop(Stop.Reason.LEASE_LOST);
            }
        }
    }

    private void renew(Held job) {
        tx.required(() -> {
            Leases.Lease renewed = leases.renew(job.lease(), length);
            if (claims.renew(job.row().id(), job.lease().token(), length)) {
                job.renewed(renewed);
            } else if (held.containsKey(job.id())) {
                job.stop().stop(Stop.Reason.LEASE_LOST);
            }
        });
    }
}
