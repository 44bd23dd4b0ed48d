package io.heliograph.core.privacy;

import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.privacy.store.DisclosureStore;
import io.heliograph.core.privacy.store.ErasureStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the privacy feature itself keeps ends at the deadline it was born with. */
@Commitment("R2")
public final class PrivacyRetention {
    private PrivacyRetention() {}

    /** Disclosures and receipts. */
    public static List<RetentionClass> classes(Tx tx) {
        return List.of(new OfDisclosures(tx, new DisclosureStore()), new OfReceipts(tx, new ErasureStore()));
    }

    private static Set<UUID> ids(HoldCheck holds) {
        return holds.held().stream().map(PrincipalId::value).collect(Collectors.toUnmodifiableSet());
    }

    private record OfDisclosures(Tx tx, DisclosureStore store) implements RetentionClass {
        @Override
        public String name() {
            return "disclosure";
        }

        @Override
        public DataCategory category() {
            return DataCategory.DISCLOSURE;
        }

        @Override
        public int sweep(Instant now, int limit, HoldCheck holds) {
            Set<UUID> held = ids(holds);
            return tx.required(() -> store.sweep(now, held, limit));
        }

        @Override
        public long overdue(Instant now, HoldCheck holds) {
            Set<UUID> held = ids(holds);
            return tx.required(() -> store.overdue(now, held));
        }
    }

    private record OfReceipts(Tx tx, ErasureStore store) implements RetentionClass {
        @Override
        public String name() {
            return "erasure-receipt";
        }

        @Override
        public DataCategory category() {
            return DataCategory.AUDIT;
        }

        @Override
        public int sweep(Instant now, int limit, HoldCheck holds) {
            Set<UUID> held = ids(holds);
            return tx.required(() -> store.sweep(now, held, limit));
        }

        @Override
        public long overdue(Instant now, HoldCheck holds) {
            Set<UUID> held = ids(holds);
            return tx.required(() -> store.overdue(now, held));
        }
    }
}
