package io.heliograph.spi.payment;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;

/** Makes instances of a gateway. */
public interface PaymentGatewayFactory {
    /** Name of the type within the plugin, stable, such as {@code stripe}. */
    String type();

    /** Makes an instance. */
    PaymentGateway create(InstanceContext context) throws PluginException;
}
