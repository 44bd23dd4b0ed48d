package io.heliograph.core.privacy;

import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.inventory.Tally;
import io.heliograph.core.privacy.store.DisclosureStore;
import io.heliograph.core.privacy.store.ErasureStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the privacy feature answers for what it keeps: disclosures go with the account; orders and receipts hold ids and
 * counts only, which lead to nobody once the account is gone, and stay for their period.
 */
@Commitment({"G1", "G3"})
public final class PrivacyParticipant implements ErasureParticipant, ExportParticipant {
    private static final int BATCH = 1_000;

    private final Tx tx;
    private final Disclosures disclosures;
    private final DisclosureStore store = new DisclosureStore();
    private final ErasureStore orders = new ErasureStore();

    public PrivacyParticipant(Tx tx, Disclosures disclosures) {
        this.tx = tx;
        this.disclosures = disclosures;
    }

    @Override
    public String feature() {
        return PrivacyContribution.FEATURE;
    }

    @Override
    public Set<ErasurePhase> phases() {
        return Set.of(ErasurePhase.ROWS);
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(DataCategory.DISCLOSURE, DataCategory.AUDIT);
    }

    @Override
    public void tombstone(ErasureOrder order) {
        // Only the owner reads disclosures, and an owner who is gone reads nothing: there is nothing to hide.
    }

    @Override
    public ErasureStep step(ErasureOrder order, ErasurePhase phase, Optional<String> checkpoint) {
        if (!concerns(order)) {
            return ErasureStep.nothing();
        }
        int erased = tx.required(() -> store.erase(order.owner(), BATCH));
        List<Tally> tallies =
                erased == 0 ? List.of() : List.of(Tally.erased(DataCategory.DISCLOSURE, "disclosure", erased));
        return erased == BATCH ? new ErasureStep.More("disclosures", tallies) : new ErasureStep.Finished(tallies);
    }

    @Override
    public List<Holding> remaining(ErasureOrder order) {
        return concerns(order)
                ? holdings(order.owner()).stream()
                        .filter(holding -> holding.category() == DataCategory.DISCLOSURE && holding.count() > 0)
                        .toList()
                : List.of();
    }

    private static boolean concerns(ErasureOrder order) {
        return order.scope() instanceof ErasureScope.Account && order.erases(DataCategory.DISCLOSURE);
    }

    @Override
    public int formatVersion() {
        return 1;
    }

    @Override
    public List<Holding> holdings(PrincipalId owner) {
        return tx.required(() -> {
            DisclosureStore.Held held = store.held(owner);
            return List.of(
                    new Holding(
                            DataCategory.DISCLOSURE,
                            "disclosure",
                            held.count(),
                            0,
                            held.earliestDeletion().orElse(null)),
                    new Holding(DataCategory.AUDIT, "erasure-receipt", orders.count(owner), 0, null));
        });
    }

    @Override
    public Optional<String> export(PrincipalId owner, Optional<String> cursor, ExportSink sink) {
        if (cursor.isEmpty()) {
            tx.required(() -> orders.receipts(owner))
                    .forEach(receipt -> sink.line(DataCategory.AUDIT, "erasure-receipt", line(receipt)));
        }
        Page<DisclosureEntry> page = disclosures.page(owner, cursor.map(Cursor::of), BATCH);
        for (DisclosureEntry entry : page.items()) {
            sink.line(DataCategory.DISCLOSURE, "disclosure", line(entry));
        }
        return page.next().map(next -> next.keys().getFirst());
    }

    private static Map<String, Object> line(DisclosureEntry entry) {
        return Map.of(
                "at", entry.at(),
                "instance", entry.instance().value(),
                "method", entry.method(),
                "purpose", entry.purpose(),
                "recipients",
                        entry.recipients().stream()
                                .map(one -> one.name() + " (" + one.country() + ")")
                                .toList(),
                "categories",
                        entry.categories().stream().map(Enum::name).sorted().toList(),
                "bytes", entry.bytes(),
                "about", entry.object().map(Object::toString).orElse(""));
    }

    private static Map<String, Object> line(ErasureReceipt receipt) {
        List<String> tallies = new ArrayList<>();
        receipt.tallies()
                .forEach(one -> tallies.add(one.count() + " " + one.what() + " " + one.outcome()
                        + (one.detail().isEmpty() ? "" : " " + one.detail())));
        return Map.of(
                "id", receipt.id().toString(),
                "orderedAt", receipt.orderedAt(),
                "finished", receipt.finishedAt().isPresent(),
                "tallies", tallies);
    }
}
