package io.heliograph.spi.store;

import java.util.List;

/**
 * Some keys of a store.
 *
 * @param more whether others follow after the last of these
 */
public record BlobPage(List<BlobKey> keys, boolean more) {
    public BlobPage {
        keys = List.copyOf(keys);
    }
}
