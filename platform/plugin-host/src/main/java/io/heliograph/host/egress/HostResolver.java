package io.heliograph.host.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up names. */
@FunctionalInterface
public interface HostResolver {
    /** The addresses of a name; blocks. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The system's. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
