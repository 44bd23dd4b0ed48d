package io.heliograph.core.library;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.PrincipalId;

/**
 * An asset whose bytes are in the store but which nobody sees yet.
 *
 * @param epoch of its row, unmoved as long as nobody erased it
 */
public record KeptAsset(AssetId id, PrincipalId owner, long epoch) {}
