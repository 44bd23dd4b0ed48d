package io.heliograph.host.registry;

import io.heliograph.host.config.Need;
import io.heliograph.host.egress.EgressFactory;
import io.heliograph.host.guard.HostPorts;
import io.heliograph.host.load.BundledGrants;
import io.heliograph.host.secrets.SecretSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What the plugin host is made with.
 *
 * @param bundledGrants what the distribution grants to its own jars
 * @param operatorGrants what the operator grants, by plugin id
 * @param folders where each instance that needs files has a folder of its own
 * @param startLimit how long a plugin may take to start, or one of its instances to be made
 */
public record HostSetup(
        HostPorts ports,
        EgressFactory egress,
        SecretSource secrets,
        BundledGrants bundledGrants,
        Map<String, Set<Need>> operatorGrants,
        Path folders,
        Duration startLimit) {
    /** Time to start where nobody says otherwise. */
    public static final Duration DEFAULT_START_LIMIT = Duration.ofSeconds(20);

    public HostSetup {
        operatorGrants = Map.copyOf(operatorGrants);
    }

    /** The same with the time to start that is usual. */
    public HostSetup(
            HostPorts ports,
            EgressFactory egress,
            SecretSource secrets,
            BundledGrants bundledGrants,
            Map<String, Set<Need>> operatorGrants,
            Path folders) {
        this(ports, egress, secrets, bundledGrants, operatorGrants, folders, DEFAULT_START_LIMIT);
    }
}
