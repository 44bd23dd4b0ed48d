package io.heliograph.core.privacy;

import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.inventory.Tally;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A feature that keeps some things in memory and erases them two at a time, or does what a test scripts. */
final class FakeFeature implements ErasureParticipant, ExportParticipant {
    private final String feature;
    private final DataCategory category;
    private final ErasurePhase phase;
    final Deque<Function<Optional<String>, ErasureStep>> script = new ArrayDeque<>();
    final List<Optional<String>> checkpoints = new ArrayList<>();
    int things;
    int tombstones;

    FakeFeature(String feature, DataCategory category, ErasurePhase phase, int things) {
        this.feature = feature;
        this.category = category;
        this.phase = phase;
        this.things = things;
    }

    @Override
    public String feature() {
        return feature;
    }

    @Override
    public Set<ErasurePhase> phases() {
        return Set.of(phase);
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(category);
    }

    @Override
    public void tombstone(ErasureOrder order) {
        tombstones++;
    }

    @Override
    public ErasureStep step(ErasureOrder order, ErasurePhase asked, Optional<String> checkpoint) {
        checkpoints.add(checkpoint);
        Function<Optional<String>, ErasureStep> scripted = script.poll();
        if (scripted != null) {
            return scripted.apply(checkpoint);
        }
        if (!order.erases(category)) {
            return new ErasureStep.Finished(
                    List.of(new Tally(category, feature, Tally.Outcome.KEPT, things, "tax-law")));
        }
        int gone = Math.min(2, things);
        things -= gone;
        List<Tally> tallies = List.of(Tally.erased(category, feature, gone));
        return things > 0 ? new ErasureStep.More("at " + things, tallies) : new ErasureStep.Finished(tallies);
    }

    @Override
    public List<Holding> remaining(ErasureOrder order) {
        return order.erases(category) ? holdings(order.owner()) : List.of();
    }

    @Override
    public int formatVersion() {
        return 1;
    }

    @Override
    public List<Holding> holdings(PrincipalId owner) {
        return things == 0 ? List.of() : List.of(new Holding(category, feature, things, 0, null));
    }

    @Override
    public Optional<String> export(PrincipalId owner, Optional<String> cursor, ExportSink sink) {
        return Optional.empty();
    }
}
