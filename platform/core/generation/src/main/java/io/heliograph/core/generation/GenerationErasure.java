package io.heliograph.core.generation;

import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.generation.store.JobErasureStore;
import io.heliograph.core.generation.store.JobErasureStore.RemoteTrace;
import io.heliograph.core.generation.store.JobErasureStore.Which;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.JobId;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.RemoteErasure;
import io.heliograph.spi.provider.RemoteJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How wishes go. The tombstone moves the epoch of every job that the order covers and voids its lease, so that a running
 * call ends and a late put is refused, wherever it runs; credits that were held go back. Then the engines are asked to
 * erase what they keep, and the rows go.
 */
@Commitment({"G3", "T2"})
public final class GenerationErasure implements ErasureParticipant {
    private static final int A_STEP = 200;
    private static final Duration ENGINE_AWAY = Duration.ofMinutes(1);
    private static final String PROMPT = "prompt";
    private static final String REMOTE = "provider-copy";

    private final Tx tx;
    private final Ledger ledger;
    private final Engine.Engines engines;
    private final JobErasureStore store = new JobErasureStore();

    GenerationErasure(Tx tx, Ledger ledger, Engine.Engines engines) {
        this.tx = tx;
        this.ledger = ledger;
        this.engines = engines;
    }

    @Override
    public String feature() {
        return GenerationContribution.FEATURE;
    }

    @Override
    public Set<ErasurePhase> phases() {
        return Set.of(ErasurePhase.PROVIDERS, ErasurePhase.ROWS);
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(DataCategory.PROMPT);
    }

    private static Optional<Which> which(ErasureOrder order) {
        if (!order.erases(DataCategory.PROMPT)) {
            return Optional.empty();
        }
        UUID owner = order.owner().value();
        return switch (order.scope()) {
            case ErasureScope.Account() -> Optional.of(new Which(owner, null, null, null));
            case ErasureScope.Objects objects
            when objects.kind().equals("job") -> Optional.of(new Which(owner, objects.ids(), null, null));
            case ErasureScope.Objects _ -> Optional.empty();
            case ErasureScope.Range range -> Optional.of(new Which(owner, null, range.from(), range.to()));
        };
    }

    @Override
    public void tombstone(ErasureOrder order) {
        which(order)
                .ifPresent(which -> tx.required(() -> {
                    for (JobErasureStore.HeldCredits job : store.withHeldCredits(which)) {
                        boolean unsent = JobState.valueOf(job.state()).unsent();
                        Moves.giveBack(
                                ledger, new JobId(job.id()), unsent ? Moves.Credits.RELEASED : Moves.Credits.LOST);
                    }
                    store.revoke(which);
                }));
    }

    @Override
    public ErasureStep step(ErasureOrder order, ErasurePhase phase, Optional<String> checkpoint) {
        Optional<Which> which = which(order);
        if (which.isEmpty()) {
            return ErasureStep.nothing();
        }
        return switch (phase) {
            case PROVIDERS -> askEngines(order, which.get(), checkpoint);
            case ROWS -> removeRows(order, which.get());
            default -> ErasureStep.nothing();
        };
    }

    private ErasureStep askEngines(ErasureOrder order, Which which, Optional<String> checkpoint) {
        UUID after = checkpoint.map(UUID::fromString).orElse(null);
        List<RemoteTrace> traces = tx.required(() -> store.remoteTraces(which, after, 20));
        if (traces.isEmpty()) {
            return ErasureStep.nothing();
        }
        List<Tally> tallies = new ArrayList<>();
        for (RemoteTrace trace : traces) {
            try {
                tallies.add(askEngine(order, trace));
            } catch (PluginException | RuntimeException away) {
                return new ErasureStep.Waiting(ENGINE_AWAY, "provider-unavailable");
            }
        }
        return new ErasureStep.More(traces.getLast().id().toString(), tallies);
    }

    private Tally askEngine(ErasureOrder order, RemoteTrace trace) throws PluginException {
        Optional<Engine> engine = engines.find(new InstanceId(trace.instance()));
        if (engine.isEmpty()) {
            return notPossible("instance-gone");
        }
        Grant grant = new Grant(new JobId(trace.id()), order.owner(), trace.epoch());
        Optional<RemoteErasure.Outcome> outcome =
                engine.get().erase(grant, new RemoteJob(trace.token(), trace.version()));
        return outcome.map(done -> switch (done) {
                    case ERASED, NOTHING_THERE -> Tally.erased(DataCategory.PROMPT, REMOTE, 1);
                    case PENDING ->
                        new Tally(DataCategory.PROMPT, REMOTE, Tally.Outcome.ERASED, 1, "pending-at-provider");
                })
                .orElseGet(() -> notPossible("provider-has-no-erasure"));
    }

    private static Tally notPossible(String why) {
        return new Tally(DataCategory.PROMPT, REMOTE, Tally.Outcome.NOT_POSSIBLE, 1, why);
    }

    private ErasureStep removeRows(ErasureOrder order, Which which) {
        return tx.required(() -> {
            int removed = store.remove(which, A_STEP);
            List<Tally> tallies =
                    removed == 0 ? List.of() : List.of(Tally.erased(DataCategory.PROMPT, PROMPT, removed));
            if (removed == A_STEP) {
                return new ErasureStep.More("", tallies);
            }
            if (order.scope() instanceof ErasureScope.Account) {
                store.removeTurns(order.owner().value());
            }
            return new ErasureStep.Finished(tallies);
        });
    }

    @Override
    public List<Holding> remaining(ErasureOrder order) {
        return which(order)
                .map(which -> tx.required(() -> store.count(which)))
                .filter(count -> count > 0)
                .map(count -> List.of(new Holding(DataCategory.PROMPT, PROMPT, count, 0, null)))
                .orElse(List.of());
    }
}
