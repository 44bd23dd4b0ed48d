package io.heliograph.core.generation;

import io.heliograph.core.generation.store.JobRow;
import io.heliograph.core.tx.Leases;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;

/** A job that this worker holds, with its lease. The walk runs on one thread; heartbeats renew from another. */
final class Held {
    private final Stop stop = new Stop();
    private volatile JobRow row;
    private volatile Leases.Lease lease;

    Held(JobRow row, Leases.Lease lease) {
        this.row = row;
        this.lease = lease;
    }

    JobRow row() {
        return row;
    }

    void refresh(JobRow newRow) {
        row = newRow;
    }

    JobState state() {
        return JobState.valueOf(row.state());
    }

    JobId id() {
        return new JobId(row.id());
    }

    PrincipalId owner() {
        return new PrincipalId(row.principal());
    }

    InstanceId instance() {
        return new InstanceId(row.instance());
    }

    Grant grant() {
        return new Grant(id(), owner(), row.epoch());
    }

    Leases.Lease lease() {
        return lease;
    }

    void renewed(Leases.Lease newLease) {
        lease = newLease;
    }

    Stop stop() {
        return stop;
    }

    @Override
    public String toString() {
        return "Held[" + row + "]";
    }
}
