package io.heliograph.spi.policy;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;

/** Makes instances of a policy module. */
public interface PolicyModuleFactory {
    /** Name of the type within the plugin, stable. */
    String type();

    /** Makes an instance. */
    PolicyModule create(InstanceContext context) throws PluginException;
}
