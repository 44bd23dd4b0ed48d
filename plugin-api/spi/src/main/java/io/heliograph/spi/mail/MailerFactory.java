package io.heliograph.spi.mail;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;

/** Makes instances of a mailer. */
public interface MailerFactory {
    /** Name of the type within the plugin, stable, such as {@code smtp}. */
    String type();

    /** Makes an instance. */
    Mailer create(InstanceContext context) throws PluginException;
}
