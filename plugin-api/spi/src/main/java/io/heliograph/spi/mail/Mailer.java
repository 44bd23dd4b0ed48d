package io.heliograph.spi.mail;

import io.heliograph.spi.CallContext;
import io.heliograph.spi.PluginException;

/** Sends mail. Safe for many threads. */
public interface Mailer extends AutoCloseable {
    /** Hands one mail over; returns once the next server has taken it. */
    void send(Mail mail, CallContext context) throws PluginException;

    /** Ends the instance. */
    @Override
    void close();
}
