package io.heliograph.host;

import io.heliograph.host.config.ConfigProblem;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.guard.InstanceHealth;
import io.heliograph.kernel.InstanceId;
import java.util.List;
import java.util.Optional;

/**
 * How a configured instance is.
 *
 * @param kind empty while its plugin is not loaded
 * @param health empty while it does not run
 * @param problems why it does not run; empty when it does
 * @param refusedConnections connections that egress refused since the start
 * @param local whether what it is given stays with the operator; false while it does not run
 */
public record InstanceStatus(
        InstanceId id,
        String plugin,
        Optional<PluginKind> kind,
        Optional<InstanceHealth> health,
        List<ConfigProblem> problems,
        long refusedConnections,
        boolean local) {
    public InstanceStatus {
        problems = List.copyOf(problems);
    }

    /** Whether it runs. */
    public boolean isRunning() {
        return health.isPresent();
    }
}
