package io.heliograph.policy.privacy;

import io.heliograph.kernel.DataCategory;
import java.util.Set;

/**
 * What one plugin instance may get, by its manifest and its configuration.
 *
 * @param recipients legal names of who gets it; empty if nothing leaves this machine
 * @param hosts host names it may call, lower case, without ports; {@code *.example.com} for any name below
 * @param categories data categories it declares to receive
 */
public record Declaration(Set<String> recipients, Set<String> hosts, Set<DataCategory> categories) {
    public Declaration {
        recipients = Set.copyOf(recipients);
        hosts = Set.copyOf(hosts);
        categories = Set.copyOf(categories);
    }

    /** Whether what it gets stays on this machine. */
    public boolean local() {
        return recipients.isEmpty() && hosts.isEmpty();
    }

    /** Whether {@code host} is declared, by name or as one below a declared name. */
    public boolean declaresHost(String host) {
        return hosts.contains(host)
                || hosts.stream().anyMatch(pattern -> pattern.startsWith("*.") && host.endsWith(pattern.substring(1)));
    }
}
