package io.heliograph.host.egress;

import io.heliograph.host.config.HostPattern;
import io.heliograph.host.config.HostPort;
import io.heliograph.host.config.InstanceSettings;
import io.heliograph.kernel.Commitment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where one instance may go: hosts of the manifest, encrypted and public only; and local engines that the operator
 * allowed by exact host and port, on any address and in clear.
 */
@Commitment("T2")
final class EgressRules {
    static final int HTTPS = 443;
    static final int HTTP = 80;

    private final List<HostPattern> declared;
    private final Set<HostPort> configured;
    private final Set<HostPort> local;

    EgressRules(List<HostPattern> hosts, Set<HostPort> local, InstanceSettings settings) {
        this.declared = hosts.stream()
                .filter(one -> one.form() != HostPattern.Form.SETTING)
                .toList();
        this.configured = new HashSet<>();
        for (HostPattern host : hosts) {
            if (host.form() == HostPattern.Form.SETTING) {
                settings.hostTexts(host.name()).forEach(text -> read(text).ifPresent(configured::add));
            }
        }
        this.local = Set.copyOf(local);
    }

    /** An address or host:port of the operator's. */
    private static Optional<HostPort> read(String text) {
        if (text.contains("://")) {
            try {
                URI address = new URI(text);
                String host = address.getHost();
                boolean clear =
                        "http".equalsIgnoreCase(address.getScheme()) || "ws".equalsIgnoreCase(address.getScheme());
                int port = address.getPort() > 0 ? address.getPort() : clear ? HTTP : HTTPS;
                return host == null ? Optional.empty() : HostPort.parse(host + ":" + port);
            } catch (URISyntaxException malformed) {
                return Optional.empty();
            }
        }
        return HostPort.parse(text.indexOf(':') < 0 ? text + ":" + HTTPS : text);
    }

    /** What is allowed of a connection. */
    enum Leave {
        /** Not at all. */
        NONE,
        /** To public addresses, encrypted. */
        PUBLIC,
        /** To any address, encrypted or not. */
        LOCAL
    }

    /** May it go there? A declared host without a port means 443. */
    Leave leave(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        HostPort exact = new HostPort(name, port);
        if (local.contains(exact)) {
            return Leave.LOCAL;
        }
        if (configured.contains(exact)) {
            return Leave.PUBLIC;
        }
        return declared.stream().anyMatch(pattern -> fits(pattern, name, port)) ? Leave.PUBLIC : Leave.NONE;
    }

    private static boolean fits(HostPattern pattern, String name, int port) {
        OptionalInt only = pattern.port();
        if (port != only.orElse(HTTPS)) {
            return false;
        }
        return switch (pattern.form()) {
            case EXACT -> name.equals(pattern.name());
            case BELOW -> name.endsWith("." + pattern.name());
            case SETTING -> false;
        };
    }

    /** Whether they lead to local engines of the configuration only, or nowhere. */
    boolean stayLocal() {
        return declared.isEmpty() && local.containsAll(configured);
    }

    /** For a message. */
    List<String> known() {
        List<String> all = new ArrayList<>();
        declared.forEach(one -> all.add(one.toString()));
        configured.forEach(one -> all.add(one.toString()));
        local.forEach(one -> all.add(one.toString()));
        return all;
    }
}
