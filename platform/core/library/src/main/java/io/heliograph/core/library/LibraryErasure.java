package io.heliograph.core.library;

import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.library.store.AssetSweep;
import io.heliograph.core.library.store.ResultLinkStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.DataCategory;
import io.heliograph.policy.Purpose;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How the library lets go of a person's things: out of sight, bytes, texts, rows. */
final class LibraryErasure implements ErasureParticipant {
    private static final int ASSETS_A_STEP = 50;
    private static final int ROWS_A_STEP = 1_000;
    private static final Duration STORE_PAUSE = Duration.ofSeconds(30);

    private final Tx tx;
    private final InstantSource clock;
    private final Eraser eraser;
    private final AssetSweep sweep = new AssetSweep();
    private final ResultLinkStore links = new ResultLinkStore();

    LibraryErasure(Tx tx, InstantSource clock, Eraser eraser) {
        this.tx = tx;
        this.clock = clock;
        this.eraser = eraser;
    }

    @Override
    public String feature() {
        return LibraryContribution.FEATURE;
    }

    @Override
    public Set<ErasurePhase> phases() {
        return Set.of(ErasurePhase.BLOBS, ErasurePhase.ROWS);
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(DataCategory.RESULT, DataCategory.UPLOAD, DataCategory.PROMPT);
    }

    @Override
    public void tombstone(ErasureOrder order) {
        scope(order, origins(order)).ifPresent(scope -> sweep.tombstone(scope, clock.instant()));
        if (order.erases(DataCategory.RESULT)) {
            // links live an hour at most: rather one too many gone than one left
            links.removeOf(order.owner().value());
        }
    }

    @Override
    public ErasureStep step(ErasureOrder order, ErasurePhase phase, Optional<String> checkpoint) {
        return phase == ErasurePhase.BLOBS ? blobs(order) : rows(order);
    }

    private ErasureStep blobs(ErasureOrder order) {
        Optional<AssetSweep.Scope> scope = scope(order, origins(order));
        if (scope.isEmpty()) {
            return ErasureStep.nothing();
        }
        List<UUID> doomed = tx.required(() -> sweep.doomed(scope.get(), ASSETS_A_STEP));
        int erased = 0;
        for (UUID asset : doomed) {
            if (eraser.erase(asset, Purpose.DELETION) == Eraser.Outcome.ERASED) {
                erased++;
            }
        }
        List<Tally> tallies = erased == 0 ? List.of() : List.of(Tally.erased(category(order), "asset", erased));
        if (doomed.isEmpty()) {
            return new ErasureStep.Finished(tallies);
        }
        return erased == 0
                ? new ErasureStep.Waiting(STORE_PAUSE, "store-unavailable")
                : new ErasureStep.More("assets", tallies);
    }

    private ErasureStep rows(ErasureOrder order) {
        List<Tally> tallies = new ArrayList<>();
        if (order.erases(DataCategory.PROMPT)) {
            int forgotten = scope(order, Set.of(AssetOrigin.GENERATED.word()))
                    .map(scope -> tx.required(() -> sweep.forgetMaking(scope, ROWS_A_STEP)))
                    .orElse(0);
            if (forgotten > 0) {
                tallies.add(Tally.erased(DataCategory.PROMPT, "prompt", forgotten));
            }
            if (forgotten == ROWS_A_STEP) {
                return new ErasureStep.More("prompts", tallies);
            }
        }
        if (order.scope() instanceof ErasureScope.Account && !origins(order).isEmpty()) {
            int removed = tx.required(() -> sweep.removeErased(order.owner().value(), ROWS_A_STEP));
            if (removed == ROWS_A_STEP) {
                return new ErasureStep.More("rows", tallies);
            }
        }
        return new ErasureStep.Finished(tallies);
    }

    @Override
    public List<Holding> remaining(ErasureOrder order) {
        List<Holding> left = new ArrayList<>();
        scope(order, origins(order)).ifPresent(scope -> {
            long alive = tx.required(() -> sweep.alive(scope));
            if (alive > 0) {
                left.add(new Holding(category(order), "asset", alive, 0, null));
            }
        });
        if (order.erases(DataCategory.RESULT) && order.scope() instanceof ErasureScope.Account) {
            long open = tx.required(() -> links.countOf(order.owner().value()));
            if (open > 0) {
                left.add(new Holding(DataCategory.RESULT, "result-link", open, 0, null));
            }
        }
        if (order.erases(DataCategory.PROMPT)) {
            scope(order, Set.of(AssetOrigin.GENERATED.word())).ifPresent(scope -> {
                long knowing = tx.required(() -> sweep.knowing(scope));
                if (knowing > 0) {
                    left.add(new Holding(DataCategory.PROMPT, "prompt", knowing, 0, null));
                }
            });
        }
        return left;
    }

    /** Words of the origins whose bytes this order erases. */
    private static Set<String> origins(ErasureOrder order) {
        Set<String> words = new HashSet<>();
        for (AssetOrigin origin : AssetOrigin.values()) {
            if (order.erases(origin.category())) {
                words.add(origin.word());
            }
        }
        return words;
    }

    private static DataCategory category(ErasureOrder order) {
        return order.erases(DataCategory.RESULT) ? DataCategory.RESULT : DataCategory.UPLOAD;
    }

    private static Optional<AssetSweep.Scope> scope(ErasureOrder order, Set<String> origins) {
        if (origins.isEmpty()) {
            return Optional.empty();
        }
        UUID owner = order.owner().value();
        return switch (order.scope()) {
            case ErasureScope.Account() ->
                Optional.of(new AssetSweep.Scope(owner, origins, Optional.empty(), Optional.empty(), Optional.empty()));
            case ErasureScope.Objects(String kind, Set<UUID> ids) ->
                "asset".equals(kind) || "upload".equals(kind)
                        ? Optional.of(new AssetSweep.Scope(
                                owner, origins, Optional.of(ids), Optional.empty(), Optional.empty()))
                        : Optional.empty();
            case ErasureScope.Range(var from, var to) ->
                Optional.of(new AssetSweep.Scope(owner, origins, Optional.empty(), Optional.of(from), Optional.of(to)));
        };
    }
}
