package io.heliograph.core.library;

import io.heliograph.core.inventory.EntityContribution;
import io.heliograph.kernel.DataCategory;
import java.util.List;
import java.util.Map;

/** What the library keeps in the record. */
public final class LibraryContribution implements EntityContribution {
    /** The feature's name. */
    public static final String FEATURE = "library";

    @Override
    public String feature() {
        return FEATURE;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    /** Rows are of results; the three columns that hold something else are named below. */
    @Override
    public Map<String, DataCategory> tables() {
        return Map.of(
                "asset", DataCategory.RESULT, "asset_blob", DataCategory.RESULT, "result_link", DataCategory.RESULT);
    }

    @Override
    public Map<String, DataCategory> columns() {
        return Map.of(
                "asset.making_sealed", DataCategory.PROMPT,
                "asset.making_until", DataCategory.PROMPT,
                "asset.file_name_sealed", DataCategory.UPLOAD);
    }
}
