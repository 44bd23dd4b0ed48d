package io.heliograph.core.record;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.event.Event;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.event.store.EventErasure;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.inventory.Tally;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the record itself answers for a principal: the event log goes with the rows, the key last of all. The security
 * record stays: it holds ids, and an id that leads to nobody is a pseudonym.
 */
public final class RecordParticipant implements ErasureParticipant, ExportParticipant {
    private static final int BATCH = 1_000;
    private static final String AUDIT_CURSOR = "audit:";

    private final EventErasure erasure;
    private final EventLog events;
    private final AuditLog audit;
    private final Sealer sealer;

    RecordParticipant(EventErasure erasure, EventLog events, AuditLog audit, Sealer sealer) {
        this.erasure = erasure;
        this.events = events;
        this.audit = audit;
        this.sealer = sealer;
    }

    @Override
    public String feature() {
        return RecordContribution.FEATURE;
    }

    @Override
    public Set<ErasurePhase> phases() {
        return Set.of(ErasurePhase.ROWS, ErasurePhase.KEYS);
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(DataCategory.ACCESS, DataCategory.AUDIT);
    }

    @Override
    public void tombstone(ErasureOrder order) {
        // The event log is the principal's own and is read by nobody else: nothing to hide at once.
    }

    @Override
    public ErasureStep step(ErasureOrder order, ErasurePhase phase, Optional<String> checkpoint) {
        if (!(order.scope() instanceof ErasureScope.Account)) {
            return ErasureStep.nothing();
        }
        if (phase == ErasurePhase.KEYS) {
            return destroyKey(order);
        }
        if (!order.erases(DataCategory.ACCESS)) {
            return ErasureStep.nothing();
        }
        int erased = erasure.erase(order.owner(), BATCH);
        List<Tally> tallies = List.of(Tally.erased(DataCategory.ACCESS, "event", erased));
        return erased == BATCH ? new ErasureStep.More("events", tallies) : new ErasureStep.Finished(tallies);
    }

    /** A key must outlive whatever the order keeps: sealed invoices of a closed account are still to be read. */
    private ErasureStep destroyKey(ErasureOrder order) {
        boolean somethingSealedStays = order.dispositions().entrySet().stream()
                .anyMatch(e -> e.getKey() != DataCategory.AUDIT
                        && e.getKey() != DataCategory.OPERATIONAL
                        && e.getValue() instanceof Disposition.KeepUntil);
        if (somethingSealedStays) {
            return new ErasureStep.Finished(
                    List.of(new Tally(DataCategory.OPERATIONAL, "key", Tally.Outcome.KEPT, 1, "opens-what-is-kept")));
        }
        sealer.destroy(order.owner());
        return new ErasureStep.Finished(List.of(Tally.erased(DataCategory.OPERATIONAL, "key", 1)));
    }

    @Override
    public List<Holding> remaining(ErasureOrder order) {
        boolean covers = order.scope() instanceof ErasureScope.Account && order.erases(DataCategory.ACCESS);
        long count = covers ? erasure.count(order.owner()) : 0;
        return count == 0 ? List.of() : List.of(new Holding(DataCategory.ACCESS, "event", count, 0, null));
    }

    @Override
    public int formatVersion() {
        return 1;
    }

    @Override
    public List<Holding> holdings(PrincipalId owner) {
        return List.of(new Holding(DataCategory.ACCESS, "event", erasure.count(owner), 0, null));
    }

    @Override
    public Optional<String> export(PrincipalId owner, Optional<String> cursor, ExportSink sink) {
        if (cursor.isPresent() && cursor.get().startsWith(AUDIT_CURSOR)) {
            return exportAudit(owner, cursor.get().substring(AUDIT_CURSOR.length()), sink);
        }
        List<Event> page = events.after(owner, cursor.map(Long::parseLong).orElse(0L), BATCH);
        for (Event event : page) {
            sink.line(
                    DataCategory.ACCESS,
                    "event",
                    Map.of(
                            "seq", event.seq(),
                            "type", event.type(),
                            "payload", event.json(),
                            "occurredAt", event.occurredAt()));
        }
        return Optional.of(
                page.size() < BATCH
                        ? AUDIT_CURSOR
                        : Long.toString(page.getLast().seq()));
    }

    /** What was done to the person's things, and by whom of the staff (V3). */
    private Optional<String> exportAudit(PrincipalId owner, String position, ExportSink sink) {
        Page<AuditEntry> page = audit.page(
                new AuditLog.Query(Optional.empty(), Optional.of(owner), Optional.empty()),
                position.isEmpty() ? Optional.empty() : Optional.of(Cursor.of(position)),
                BATCH);
        for (AuditEntry entry : page.items()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("occurredAt", entry.occurredAt());
            fields.put("action", entry.action());
            fields.put("subject", entry.subject());
            fields.put("outcome", entry.outcome().name());
            fields.put("byOneself", owner.equals(entry.actor()));
            fields.put("details", entry.details());
            sink.line(DataCategory.AUDIT, "audit", fields);
        }
        return page.next().map(next -> AUDIT_CURSOR + next.keys().getFirst());
    }
}
