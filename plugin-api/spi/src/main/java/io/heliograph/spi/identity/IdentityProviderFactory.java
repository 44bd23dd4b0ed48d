package io.heliograph.spi.identity;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;

/** Makes instances of a way to sign in. */
public interface IdentityProviderFactory {
    /** Name of the type within the plugin, stable, such as {@code password}. */
    String type();

    /** Makes an instance. */
    IdentityProvider create(InstanceContext context) throws PluginException;
}
