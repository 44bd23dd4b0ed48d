package io.heliograph.core.privacy;

import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.ObjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One line of the record of disclosures: what kind of data went where, never the data.
 *
 * @param method SPI method that was called
 * @param purpose stable word
 * @param recipients who got it; empty if it stayed on this machine
 * @param hosts hosts that the instance could reach
 */
public record DisclosureEntry(
        UUID id,
        Instant at,
        InstanceId instance,
        String plugin,
        String method,
        String purpose,
        Optional<ObjectRef> object,
        List<DisclosedTo> recipients,
        List<String> hosts,
        Set<DataCategory> categories,
        long bytes) {
    public DisclosureEntry {
        recipients = List.copyOf(recipients);
        hosts = List.copyOf(hosts);
        categories = Set.copyOf(categories);
    }

    /** Whether the data stayed on this machine. */
    public boolean local() {
        return recipients.isEmpty() && hosts.isEmpty();
    }

    /**
     * Who got it, as declared at that time.
     *
     * @param country ISO 3166-1 alpha-2
     * @param retention how long the recipient keeps it, in its words
     */
    public record DisclosedTo(String name, String country, String retention) {}
}
