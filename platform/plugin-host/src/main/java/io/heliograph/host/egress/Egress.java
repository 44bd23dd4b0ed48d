package io.heliograph.host.egress;

import io.heliograph.spi.http.HostNetwork;

/** One instance's way out. Safe for many threads. */
public interface Egress extends AutoCloseable {
    /** The network for one call. */
    HostNetwork open(EgressScope scope);

    /** How many connections were refused since the start. */
    long refusals();

    /** Ends idle connections. */
    @Override
    void close();
}
