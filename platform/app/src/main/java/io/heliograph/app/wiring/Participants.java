package io.heliograph.app.wiring;

import io.heliograph.core.billing.BillingErasure;
import io.heliograph.core.billing.BillingExport;
import io.heliograph.core.generation.GenerationRoom;
import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.Inventory;
import io.heliograph.core.library.LibraryRoom;
import io.heliograph.core.privacy.PrivacyParticipant;
import io.heliograph.core.record.RecordParticipant;
import io.heliograph.kernel.DataCategory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every feature that keeps something about people, as erasure and export know it. The order is that of the steps within
 * a phase. What a feature keeps stands in its contribution to the inventory: one that keeps more than operational data
 * and is missing here stops the start.
 */
record Participants(List<ErasureParticipant> erasures, List<ExportParticipant> exports) {
    Participants {
        erasures = List.copyOf(erasures);
        exports = List.copyOf(exports);
    }

    static Participants of(Office office, LibraryRoom library, GenerationRoom generation) {
        RecordParticipant record = office.record().participant();
        PrivacyParticipant privacy = new PrivacyParticipant(office.record().tx(), office.disclosures());
        Participants all = new Participants(
                List.of(
                        generation.erasure(),
                        library.erasure(),
                        new BillingErasure(office.record().tx(), office.record().ids()),
                        privacy,
                        office.accounts().erasure(),
                        record),
                List.of(
                        office.accounts().export(),
                        generation.export(),
                        library.export(),
                        new BillingExport(office.record().tx(), office.ledger()),
                        privacy,
                        record));
        all.requireAll(office.record().inventory());
        return all;
    }

    private void requireAll(Inventory inventory) {
        Set<String> erasing = erasures.stream().map(ErasureParticipant::feature).collect(Collectors.toSet());
        Set<String> exporting = exports.stream().map(ExportParticipant::feature).collect(Collectors.toSet());
        inventory.byFeature().forEach((feature, categories) -> {
            boolean personal = categories.stream().anyMatch(category -> category != DataCategory.OPERATIONAL);
            if (personal && !(erasing.contains(feature) && exporting.contains(feature))) {
                throw new IllegalStateException("feature " + feature + " keeps " + categories
                        + " and takes no part in erasure and export: add it to Participants");
            }
        });
    }
}
