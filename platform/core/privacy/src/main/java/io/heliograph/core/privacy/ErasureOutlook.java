package io.heliograph.core.privacy;

import io.heliograph.core.inventory.Disposition;
import io.heliograph.kernel.DataCategory;

/**
 * What an erasure of the account would do with one category.
 *
 * @param count things that there are now
 * @param bytes of content among them
 */
public record ErasureOutlook(DataCategory category, long count, long bytes, Disposition disposition) {}
