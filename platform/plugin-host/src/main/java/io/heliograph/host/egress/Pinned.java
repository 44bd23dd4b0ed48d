package io.heliograph.host.egress;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;

/**
 * A destination that was allowed, with the address looked up once: the connection goes to this address, whatever the name
 * says a moment later, and the name is what the certificate must show.
 */
record Pinned(String host, int port, InetAddress address) {
    /** The address in digits: with the name in it, the client would look it up once more by itself. */
    SocketAddress server() {
        return SocketAddress.inetSocketAddress(port, address.getHostAddress());
    }
}
