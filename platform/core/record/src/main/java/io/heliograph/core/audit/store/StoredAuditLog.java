package io.heliograph.core.audit.store;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.tx.Sessions;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** The security record in the database. */
public final class StoredAuditLog implements AuditLog {
    private static final int CHECK_BATCH = 500;

    private final Tx tx;
    private final InstantSource clock;

    public StoredAuditLog(Tx tx, InstantSource clock) {
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public void record(AuditEntry.Draft draft) {
        tx.required(() -> {
            StatelessSession session = Sessions.current();
            Object[] head = session.createNativeQuery(
                            "select seq, chain from audit_head where id = 1 for update", Object[].class)
                    .getSingleResult();
            long seq = ((Number) head[0]).longValue() + 1;
            AuditRow row =
                    new AuditRow(draft.at(seq, clock.instant().truncatedTo(ChronoUnit.MICROS)), (byte[]) head[1]);
            session.insert(row);
            session.createNativeMutationQuery("update audit_head set seq = ?1, chain = ?2 where id = 1")
                    .setParameter(1, seq)
                    .setParameter(2, row.chain)
                    .executeUpdate();
        });
    }

    @Override
    public Page<AuditEntry> page(Query query, Optional<Cursor> from, int limit) {
        long below =
                from.map(cursor -> Long.parseLong(cursor.keys().getFirst())).orElse(Long.MAX_VALUE);
        StringBuilder hql = new StringBuilder("from AuditRow a where a.seq < :below");
        query.actor().ifPresent(who -> hql.append(" and a.actorId = :actor"));
        query.owner().ifPresent(who -> hql.append(" and a.ownerId = :owner"));
        query.actionPrefix().ifPresent(prefix -> hql.append(" and a.action like :prefix"));
        hql.append(" order by a.seq desc");
        return tx.required(() -> {
            SelectionQuery<AuditRow> selection = Sessions.current()
                    .createSelectionQuery(hql.toString(), AuditRow.class)
                    .setParameter("below", below)
                    .setMaxResults(limit + 1);
            query.actor().ifPresent(who -> selection.setParameter("actor", who.value()));
            query.owner().ifPresent(who -> selection.setParameter("owner", who.value()));
            query.actionPrefix().ifPresent(prefix -> selection.setParameter("prefix", prefix.replace("%", "") + "%"));
            List<AuditEntry> rows =
                    selection.getResultList().stream().map(AuditRow::entry).toList();
            return Page.cut(rows, limit, last -> Cursor.of(Long.toString(last.seq())));
        });
    }

    @Override
    public OptionalLong firstBroken() {
        long after = 0;
        byte @Nullable [] previous = null;
        while (true) {
            long from = after;
            List<AuditRow> rows = tx.required(() -> Sessions.current()
                    .createSelectionQuery("from AuditRow a where a.seq > :from order by a.seq", AuditRow.class)
                    .setParameter("from", from)
                    .setMaxResults(CHECK_BATCH)
                    .getResultList());
            for (AuditRow row : rows) {
                if (previous != null && (row.seq != after + 1 || !Arrays.equals(row.chain, row.link(previous)))) {
                    return OptionalLong.of(row.seq);
                }
                after = row.seq;
                previous = row.chain;
            }
            if (rows.size() < CHECK_BATCH) {
                return endBroken(after, previous);
            }
        }
    }

    /** The newest entry must be the one the head speaks of, else entries were cut off at the end. */
    private OptionalLong endBroken(long last, byte @Nullable [] chain) {
        return tx.required(() -> {
            Object[] head = Sessions.current()
                    .createNativeQuery("select seq, chain from audit_head where id = 1", Object[].class)
                    .getSingleResult();
            boolean nothingKept = chain == null;
            boolean ends =
                    nothingKept || (((Number) head[0]).longValue() == last && Arrays.equals((byte[]) head[1], chain));
            return ends ? OptionalLong.empty() : OptionalLong.of(last + 1);
        });
    }

    @Override
    public int trim(Instant before, int limit) {
        return tx.required(() -> Sessions.current()
                .createNativeMutationQuery("delete from audit_entry where occurred_at < ?1 order by seq limit " + limit)
                .setParameter(1, before)
                .executeUpdate());
    }

    @Override
    public long countBefore(Instant before) {
        return tx.required(() -> Sessions.current()
                .createSelectionQuery("select count(x) from AuditRow x where x.occurredAt < :before", Long.class)
                .setParameter("before", before)
                .getSingleResult());
    }
}
