package io.heliograph.core.generation;

import io.heliograph.kernel.AssetId;

/** A picture or video of one's own to go by. */
public record ReferenceInput(AssetId asset, ReferenceUse use) {}
