package io.heliograph.core.inventory;

import io.heliograph.kernel.DataCategory;
import java.util.List;
import java.util.Map;

/**
 * What one feature keeps in the record. Found by {@link java.util.ServiceLoader}: a feature lists its implementation in
 * {@code META-INF/services/io.heliograph.core.inventory.EntityContribution}. Its migrations lie beside it in
 * {@code db/migration}.
 */
public interface EntityContribution {
    /** Stable name of the feature, as in "library"; its erasure and export participants bear the same name. */
    String feature();

    /** Entity classes, each marked {@link Stored}. */
    List<Class<?>> entities();

    /** Tables that have no entity: table name to the category of all its columns. */
    default Map<String, DataCategory> tables() {
        return Map.of();
    }

    /** Columns that have no field, or whose category differs from their table's: {@code table.column} to category. */
    default Map<String, DataCategory> columns() {
        return Map.of();
    }
}
