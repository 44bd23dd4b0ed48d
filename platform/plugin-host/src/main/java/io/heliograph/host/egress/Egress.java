package io.heliograph.host.egress;

import io.heliograph.spi.http.HostNetwork;

/** One instance's way out. Safe for many threads. */
public interface Egress extends AutoCloseable {
    /** The network for one call. */
    HostNetwork open(EgressScope scope);

    /** Whether it leads to nothing but local engines that the operator named, or nowhere at all. */
    boolean staysLocal();

    /** How many connections were refused since the start. */
    long refusals();

    /** Ends idle connections. */
    @Override
    void close();
}
