package io.heliograph.core.privacy;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.privacy.store.ErasureStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Permit;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.retention.EraseRule;
import io.heliograph.policy.retention.Keep;
import io.heliograph.policy.retention.RetentionPeriods;
import io.heliograph.spi.policy.Gate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes orders to erase. The ERASE gate is asked, each data category gets one disposition, and in one unit of work the
 * order is written and every participant makes what it covers invisible and unusable. The rest is done by
 * {@link ErasureWalk}. Safe for many threads.
 */
@Commitment("G3")
public final class Erasure {
    private static final Set<DataCategory> CONTENT =
            EnumSet.of(DataCategory.PROMPT, DataCategory.RESULT, DataCategory.UPLOAD);

    private final Tx tx;
    private final Ids ids;
    private final InstantSource clock;
    private final PolicyEngine policy;
    private final AuditLog audit;
    private final List<ErasureParticipant> participants;
    private final List<ExportParticipant> holders;
    private final Supplier<Map<DataCategory, EraseRule>> rules;
    private final Supplier<RetentionPeriods> periods;
    private final ErasureStore store = new ErasureStore();

    /**
     * @param participants all features that keep something
     * @param holders the same features, asked whether there is anything that a law keeps
     */
    public Erasure(
            Tx tx,
            Ids ids,
            InstantSource clock,
            PolicyEngine policy,
            AuditLog audit,
            List<ErasureParticipant> participants,
            List<ExportParticipant> holders,
            Supplier<Map<DataCategory, EraseRule>> rules,
            Supplier<RetentionPeriods> periods) {
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
        this.policy = policy;
        this.audit = audit;
        this.participants = List.copyOf(participants);
        this.holders = List.copyOf(holders);
        this.rules = rules;
        this.periods = periods;
    }

    /**
     * Orders the erasure of {@code scope} of {@code owner}'s data. A whole account that is being erased already gets no
     * second order.
     *
     * @return id of the order and of its receipt
     * @throws io.heliograph.policy.PolicyDeniedException if the gate says no: not theirs, or a law holds it
     */
    public UUID order(Actor actor, PrincipalId owner, ErasureScope scope) {
        Map<ObjectRef, Permit> permits = new HashMap<>();
        for (ObjectRef object : objects(owner, scope)) {
            permits.put(object, policy.require(question(actor, owner, object)));
        }
        Instant now = clock.instant();
        ErasureOrder order = new ErasureOrder(ids.next(), owner, scope, dispositions(owner, scope, now), now);
        permits.forEach((object, permit) -> permit.check(Gate.ERASE, object));
        try {
            return tx.required(() -> write(actor, order));
        } finally {
            permits.values().forEach(Permit::end);
        }
    }

    private UUID write(Actor actor, ErasureOrder order) {
        if (order.scope() instanceof ErasureScope.Account) {
            Optional<UUID> running = store.runningAccountOrder(order.owner());
            if (running.isPresent()) {
                return running.get();
            }
        }
        store.insert(order, receiptDeadline(order.orderedAt()));
        participants.forEach(participant -> participant.tombstone(order));
        audit.record(AuditEntry.of("erasure.order")
                .by(actor.principal().orElse(null))
                .on("erasure", order.id())
                .ownedBy(order.owner()));
        return order.id();
    }

    private static GateRequest question(Actor actor, PrincipalId owner, ObjectRef object) {
        Purpose purpose = actor instanceof Actor.Staff ? Purpose.ADMINISTRATION : Purpose.DELETION;
        return GateRequest.erase(purpose, actor, object).owner(owner).build();
    }

    private static List<ObjectRef> objects(PrincipalId owner, ErasureScope scope) {
        return switch (scope) {
            case ErasureScope.Account(), ErasureScope.Range _ -> List.of(ObjectRef.account(owner));
            case ErasureScope.Objects(String kind, Set<UUID> things) ->
                things.stream().map(id -> new ObjectRef(kind, id)).toList();
        };
    }

    /** One disposition for each category that a feature of this installation answers for. */
    private Map<DataCategory, Disposition> dispositions(PrincipalId owner, ErasureScope scope, Instant now) {
        boolean account = scope instanceof ErasureScope.Account;
        Map<DataCategory, EraseRule> inForce = rules.get();
        Map<DataCategory, Disposition> all = new EnumMap<>(DataCategory.class);
        for (ErasureParticipant participant : participants) {
            for (DataCategory category : participant.categories()) {
                if (account) {
                    EraseRule rule = inForce.getOrDefault(category, new EraseRule.Erase());
                    all.computeIfAbsent(category, _ -> disposition(rule, owner, category, now));
                } else if (CONTENT.contains(category)) {
                    all.put(category, new Disposition.Erase());
                }
            }
        }
        return all;
    }

    /** A law keeps only what there is: with nothing to keep, nothing stands in the way of destroying the key. */
    private Disposition disposition(EraseRule rule, PrincipalId owner, DataCategory category, Instant now) {
        return switch (rule) {
            case EraseRule.Erase() -> new Disposition.Erase();
            case EraseRule.Pseudonymise() -> new Disposition.Pseudonymise();
            case EraseRule.KeepFor(var period, String reason) ->
                holds(owner, category) ? new Disposition.KeepUntil(now.plus(period), reason) : new Disposition.Erase();
        };
    }

    private boolean holds(PrincipalId owner, DataCategory category) {
        return holders.stream()
                .filter(holder -> holder.categories().contains(category))
                .flatMap(holder -> holder.holdings(owner).stream())
                .anyMatch(holding -> holding.category() == category && holding.count() > 0);
    }

    private Optional<Instant> receiptDeadline(Instant now) {
        return switch (periods.get()
                .keep(DataCategory.AUDIT, Optional.empty())
                .orElseThrow(() -> new IllegalStateException("receipts have no retention period"))) {
            case Keep.For(var period) -> Optional.of(now.plus(period));
            case Keep.WithAccount() -> Optional.empty();
        };
    }

    /** How one of {@code owner}'s orders stands; empty also if it is somebody else's. */
    public Optional<ErasureReceipt> receipt(PrincipalId owner, UUID order) {
        return tx.required(() -> store.receipt(owner, order));
    }

    /** How {@code owner}'s orders stand, newest first, at most 200. */
    public List<ErasureReceipt> receipts(PrincipalId owner) {
        return tx.required(() -> store.receipts(owner));
    }
}
