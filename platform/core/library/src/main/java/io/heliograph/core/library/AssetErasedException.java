package io.heliograph.core.library;

import io.heliograph.kernel.AssetId;

/** The asset was deleted or erased before its bytes were kept: a result that comes now is too late and must go. */
public final class AssetErasedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AssetErasedException(AssetId id) {
        super("asset " + id + " is erased");
    }
}
