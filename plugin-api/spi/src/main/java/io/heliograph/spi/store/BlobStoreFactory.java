package io.heliograph.spi.store;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;

/** Makes instances of a store. */
public interface BlobStoreFactory {
    /** Name of the store type within the plugin, stable, such as {@code filesystem}. */
    String type();

    /** Makes an instance. It may check that its place is there and writable. */
    BlobStore create(InstanceContext context) throws PluginException;
}
