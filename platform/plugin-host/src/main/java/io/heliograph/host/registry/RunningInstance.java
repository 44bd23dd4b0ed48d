package io.heliograph.host.registry;

import io.heliograph.host.InstanceStatus;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.guard.InstanceGuard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An instance that runs.
 *
 * @param guarded the guarded handle of its kind
 * @param raw what the plugin made; only closed from here
 */
record RunningInstance(PluginKind kind, InstanceGuard guard, Object guarded, AutoCloseable raw) {
    private static final Logger LOG = LoggerFactory.getLogger(RunningInstance.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    InstanceStatus status() {
        return new InstanceStatus(
                guard.id(),
                guard.manifest().id(),
                Optional.of(kind),
                Optional.of(guard.health()),
                List.of(),
                guard.refusedConnections(),
                guard.isLocal());
    }

    /** Ends calls, then the plugin's part. A broad catch: a failing stop never blocks the rest. */
    void close() {
        if (!guard.close(PATIENCE)) {
            LOG.error("Instance {} has calls that do not end; their threads stay until they do", guard.id());
        }
        try {
            guard.manage(
                    () -> {
                        raw.close();
                        return true;
                    },
                    PATIENCE);
        } catch (Exception failed) {
            LOG.warn("Instance {} did not close in good order", guard.id(), failed);
        }
    }
}
