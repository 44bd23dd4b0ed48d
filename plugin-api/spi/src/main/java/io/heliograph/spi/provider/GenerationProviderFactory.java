package io.heliograph.spi.provider;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;

/** Makes instances of a provider. */
public interface GenerationProviderFactory {
    /** Name of the provider type within the plugin, stable, such as {@code procedural}. */
    String type();

    /** Makes an instance; no network and no long work here. */
    GenerationProvider create(InstanceContext context) throws PluginException;
}
