package io.heliograph.host.egress;

import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about each connection of one instance, looks its address up and pins it. Safe for many threads. */
final class EgressDoor {
    private static final Logger LOG = LoggerFactory.getLogger(EgressDoor.class);

    private final InstanceId instance;
    private final EgressRules rules;
    private final HostResolver resolver;
    private final EgressReport report;
    private final InstantSource clock;
    private final AtomicLong refusals = new AtomicLong();

    EgressDoor(
            InstanceId instance, EgressRules rules, HostResolver resolver, EgressReport report, InstantSource clock) {
        this.instance = instance;
        this.rules = rules;
        this.resolver = resolver;
        this.report = report;
        this.clock = clock;
    }

    long refusals() {
        return refusals.get();
    }

    /**
     * The pinned destination.
     *
     * @param encrypted whether the connection begins with TLS
     * @param mayUpgrade whether a connection in clear is for a protocol that turns to TLS itself
     * @throws PluginException with effect NONE if it is refused or has no address
     */
    Pinned open(String host, int port, boolean encrypted, boolean mayUpgrade) throws PluginException {
        String name = bare(host);
        EgressRules.Leave leave;
        try {
            leave = rules.leave(name, port);
        } catch (IllegalArgumentException malformed) {
            throw refuse(name, port, "bad-address");
        }
        if (leave == EgressRules.Leave.NONE) {
            throw refuse(name, port, "undeclared-host");
        }
        if (leave == EgressRules.Leave.PUBLIC && !encrypted && !mayUpgrade) {
            throw refuse(name, port, "not-encrypted");
        }
        List<InetAddress> addresses;
        try {
            addresses = resolver.resolve(name);
        } catch (UnknownHostException unknown) {
            throw PluginException.nothingHappened(ErrorKind.PROVIDER, "unknown-host", "no address for " + name);
        }
        return addresses.stream()
                .filter(address -> leave == EgressRules.Leave.LOCAL || PublicAddresses.isPublic(address))
                .findFirst()
                .map(address -> new Pinned(name, port, address))
                .orElseThrow(() -> refuse(name, port, "private-address"));
    }

    private static String bare(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    PluginException refuse(String host, int port, String reason) {
        refusals.incrementAndGet();
        LOG.warn("{} tried to reach {}:{} and was refused: {}", instance, host, port, reason);
        report.refused(new EgressRefusal(clock.instant(), instance, host, port, reason));
        return PluginException.nothingHappened(
                ErrorKind.CONFIGURATION,
                "egress-refused",
                instance + " may not reach " + host + ":" + port + " (" + reason + "); allowed: " + rules.known());
    }
}
