package io.heliograph.core.privacy;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.Holding;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

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
        return order(actor, owner, scope, _ -> {});
    }

    /** The same; {@code along} is done in the same unit of work. */
    UUID order(Actor actor, PrincipalId owner, ErasureScope scope, Consumer<UUID> along) {
        Map<ObjectRef, Permit> permits = new HashMap<>();
        for (ObjectRef object : objects(owner, scope)) {
            permits.put(object, policy.require(question(actor, owner, object)));
        }
        Instant now = clock.instant();
        Map<DataCategory, Disposition> dispositions = dispositions(owner, scope, now);
        permits.forEach((object, permit) -> permit.check(Gate.ERASE, object));
        try {
            return tx.required(() -> {
                UUID id = write(actor, owner, scope, dispositions, now);
                along.accept(id);
                return id;
            });
        } finally {
            permits.values().forEach(Permit::end);
        }
    }

    private UUID write(
            Actor actor,
            PrincipalId owner,
            ErasureScope scope,
            Map<DataCategory, Disposition> dispositions,
            Instant now) {
        Optional<ErasureStore.Open> open =
                scope instanceof ErasureScope.Account ? store.openAccountOrder(owner) : Optional.empty();
        if (open.isPresent() && open.get().begun()) {
            return open.get().id();
        }
        ErasureOrder order =
                new ErasureOrder(open.map(ErasureStore.Open::id).orElseGet(ids::next), owner, scope, dispositions, now);
        if (open.isPresent()) {
            store.begin(order);
        } else if (!store.insert(order, receiptDeadline(now))) {
            return write(actor, owner, scope, dispositions, now); // another order came first, and is seen now
        }
        participants.forEach(participant -> participant.tombstone(order));
        audit.record(AuditEntry.of("erasure.order")
                .by(actor.principal().orElse(null))
                .on("erasure", order.id())
                .ownedBy(order.owner()));
        return order.id();
    }

    /**
     * Keeps an order for {@code owner}'s whole account that waits until {@code dueAt}. One that waits or is under way
     * already stays as it is.
     *
     * @param along done in the same unit of work
     * @return id of the order
     * @throws io.heliograph.policy.PolicyDeniedException if the gate says no
     */
    UUID schedule(Actor actor, PrincipalId owner, Instant dueAt, Consumer<UUID> along) {
        ObjectRef account = ObjectRef.account(owner);
        Permit permit = policy.require(question(actor, owner, account));
        try {
            permit.check(Gate.ERASE, account);
            return tx.required(() -> {
                UUID id = store.openAccountOrder(owner)
                        .map(ErasureStore.Open::id)
                        .orElseGet(() -> writeSchedule(actor, owner, dueAt));
                along.accept(id);
                return id;
            });
        } finally {
            permit.end();
        }
    }

    private UUID writeSchedule(Actor actor, PrincipalId owner, Instant dueAt) {
        UUID id = ids.next();
        if (!store.schedule(id, owner, clock.instant(), dueAt, receiptDeadline(dueAt))) {
            return store.openAccountOrder(owner)
                    .map(ErasureStore.Open::id)
                    .orElseThrow(() -> new IllegalStateException("the order that came first is gone"));
        }
        audit.record(AuditEntry.of("erasure.schedule")
                .by(actor.principal().orElse(null))
                .on("erasure", id)
                .ownedBy(owner));
        return id;
    }

    /** What an erasure of the account would do now, category by category: what there is, and what a law keeps. */
    public List<ErasureOutlook> outlook(PrincipalId owner) {
        Map<DataCategory, Disposition> all = dispositions(owner, new ErasureScope.Account(), clock.instant());
        List<Holding> holdings = holders.stream()
                .flatMap(holder -> holder.holdings(owner).stream())
                .toList();
        return all.entrySet().stream()
                .map(entry -> new ErasureOutlook(
                        entry.getKey(),
                        sum(holdings, entry.getKey(), Holding::count),
                        sum(holdings, entry.getKey(), Holding::bytes),
                        entry.getValue()))
                .toList();
    }

    private static long sum(List<Holding> holdings, DataCategory category, ToLongFunction<Holding> what) {
        return holdings.stream()
                .filter(holding -> holding.category() == category)
                .mapToLong(what)
                .sum();
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
