package io.heliograph.core.billing;

import io.heliograph.core.inventory.EntityContribution;
import io.heliograph.kernel.DataCategory;
import java.util.List;
import java.util.Map;

/** What billing keeps: the three tables of the ledger. */
public final class BillingContribution implements EntityContribution {
    static final String FEATURE = "billing";

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
                "ledger_account", DataCategory.CREDITS,
                "ledger_transaction", DataCategory.CREDITS,
                "ledger_entry", DataCategory.CREDITS);
    }
}
