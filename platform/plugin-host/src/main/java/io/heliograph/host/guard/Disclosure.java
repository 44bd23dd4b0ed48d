package io.heliograph.host.guard;

import io.heliograph.host.config.Recipient;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is about to go to a plugin (T1). Holds no content.
 *
 * @param owner whose data it is
 * @param recipients who gets it, as the manifest declares; empty when it stays with the operator
 * @param hosts hosts the instance may reach; empty when it reaches none, or local engines of the operator only
 * @param categories what kind of data
 * @param bytes size of what is handed over
 */
@Commitment("T1")
public record Disclosure(
        Instant at,
        InstanceId instance,
        String plugin,
        String method,
        Purpose purpose,
        Optional<PrincipalId> owner,
        Optional<ObjectRef> object,
        List<Recipient> recipients,
        List<String> hosts,
        Set<DataCategory> categories,
        long bytes) {
    public Disclosure {
        recipients = List.copyOf(recipients);
        hosts = List.copyOf(hosts);
        categories = Set.copyOf(categories);
    }
}
