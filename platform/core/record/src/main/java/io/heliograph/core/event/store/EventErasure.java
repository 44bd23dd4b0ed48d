package io.heliograph.core.event.store;

import io.heliograph.core.tx.Sessions;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.Uuids;

/** Removes a principal's events; the head stays so that numbers are never given twice. */
public final class EventErasure {
    private final Tx tx;

    public EventErasure(Tx tx) {
        this.tx = tx;
    }

    /** Removes at most {@code limit} events and answers how many. */
    public int erase(PrincipalId owner, int limit) {
        return tx.required(() -> Sessions.current()
                .createNativeMutationQuery("delete from event where principal_id = ?1 order by seq limit " + limit)
                .setParameter(1, Uuids.bytes(owner.value()))
                .executeUpdate());
    }

    /** How many there are. */
    public long count(PrincipalId owner) {
        return tx.required(() -> Sessions.current()
                .createNativeQuery("select count(*) from event where principal_id = ?1", Long.class)
                .setParameter(1, Uuids.bytes(owner.value()))
                .getSingleResult());
    }
}
