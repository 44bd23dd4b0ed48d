package io.heliograph.core.event.store;

import io.heliograph.core.event.Event;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.tx.Sessions;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.Uuids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The event log in the record. */
public final class StoredEventLog implements EventLog {
    private final Tx tx;
    private final EventBus bus;
    private final InstantSource clock;

    public StoredEventLog(Tx tx, EventBus bus, InstantSource clock) {
        this.tx = tx;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public long append(PrincipalId principal, String type, String json) {
        if (json.length() > MAX_JSON_CHARS) {
            throw new IllegalArgumentException("payload of event " + type + " has " + json.length() + " characters");
        }
        StatelessSession session = Sessions.current();
        long seq = session.createNativeQuery(
                        "insert into event_head (principal_id, seq) values (?1, 1)"
                                + " on duplicate key update seq = seq + 1 returning seq",
                        Long.class)
                .setParameter(1, Uuids.bytes(principal.value()))
                .getSingleResult();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        session.insert(new EventRow(new Event(principal, seq, type, json, now)));
        Tx.afterCommit(() -> bus.publish(TOPIC, principal.toString()));
        return seq;
    }

    @Override
    public List<Event> after(PrincipalId principal, long seq, int limit) {
        return tx.required(() -> Sessions.current()
                .createSelectionQuery(
                        "from EventRow e where e.principalId = :who and e.seq > :seq order by e.seq", EventRow.class)
                .setParameter("who", principal.value())
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(EventRow::event)
                .toList());
    }

    @Override
    public long latest(PrincipalId principal) {
        return number("select seq from event_head where principal_id = ?1", principal);
    }

    @Override
    public long oldest(PrincipalId principal) {
        return number("select min(seq) from event where principal_id = ?1", principal);
    }

    private long number(String sql, PrincipalId principal) {
        return tx.required(() -> {
            @Nullable
            Long found = Sessions.current()
                    .createNativeQuery(sql, Long.class)
                    .setParameter(1, Uuids.bytes(principal.value()))
                    .getSingleResultOrNull();
            return found == null ? 0 : found;
        });
    }

    @Override
    public int trim(Instant before, int limit) {
        return tx.required(() -> Sessions.current()
                .createNativeMutationQuery(
                        "delete from event where occurred_at < ?1 order by occurred_at limit " + limit)
                .setParameter(1, before)
                .executeUpdate());
    }

    @Override
    public long countBefore(Instant before) {
        return tx.required(() -> Sessions.current()
                .createSelectionQuery("select count(x) from EventRow x where x.occurredAt < :before", Long.class)
                .setParameter("before", before)
                .getSingleResult());
    }
}
