package io.heliograph.host.egress;

import io.heliograph.spi.PluginException;

/**
 * The life of the call that a connection belongs to. Implemented by the guard; safe for many threads.
 */
public interface EgressScope {
    /** @throws PluginException of kind CANCELLED when the call should end; @throws IllegalStateException when it has */
    void check() throws PluginException;

    /** Bytes moved: the call stands not still. */
    void moved();

    /** From now on the other side may have read something of the call. */
    void leaving();

    /** Closes {@code connection} when the call is cancelled or over. */
    void attach(AutoCloseable connection);

    /** The connection was closed in good order. */
    void detach(AutoCloseable connection);
}
