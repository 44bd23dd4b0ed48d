package io.heliograph.host.load;

import java.nio.file.Path;

/**
 * A jar to be loaded.
 *
 * @param bundled whether it came with the distribution: only then do the distribution's grants hold for it
 */
public record PluginSource(Path jar, boolean bundled) {}
