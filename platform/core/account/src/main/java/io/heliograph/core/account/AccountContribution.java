package io.heliograph.core.account;

import io.heliograph.core.account.store.StoredEntities;
import io.heliograph.core.inventory.EntityContribution;
import java.util.List;

/** What accounts keep. */
public final class AccountContribution implements EntityContribution {
    /** The feature's name. */
    public static final String FEATURE = "account";

    @Override
    public String feature() {
        return FEATURE;
    }

    @Override
    public List<Class<?>> entities() {
        return StoredEntities.ALL;
    }
}
