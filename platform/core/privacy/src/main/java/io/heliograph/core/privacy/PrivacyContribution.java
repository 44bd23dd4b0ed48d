package io.heliograph.core.privacy;

import io.heliograph.core.inventory.EntityContribution;
import io.heliograph.kernel.DataCategory;
import java.util.List;
import java.util.Map;

/** What the privacy feature itself keeps: disclosures, erasure orders with their receipts, versions of the page. */
public final class PrivacyContribution implements EntityContribution {
    static final String FEATURE = "privacy";

    @Override
    public String feature() {
        return FEATURE;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<String, DataCategory> tables() {
        return Map.of(
                "disclosure", DataCategory.DISCLOSURE,
                "erasure_order", DataCategory.AUDIT,
                "erasure_step", DataCategory.OPERATIONAL,
                "erasure_tally", DataCategory.AUDIT,
                "receipt_key", DataCategory.OPERATIONAL,
                "privacy_page_version", DataCategory.OPERATIONAL);
    }
}
