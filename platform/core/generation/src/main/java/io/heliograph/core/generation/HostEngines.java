package io.heliograph.core.generation;

import io.heliograph.host.Instances;
import io.heliograph.host.bytes.SpoolRoom;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.PolicyEngine;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The plugin host's providers as engines. */
final class HostEngines implements Engine.Engines {
    private final Instances instances;
    private final Shared shared;

    /** What every engine works with. */
    record Shared(PolicyEngine policy, SpoolRoom spool, InstantSource clock) {}

    HostEngines(Instances instances, Shared shared) {
        this.instances = instances;
        this.shared = shared;
    }

    @Override
    public List<Engine> all() {
        return instances.providers().stream().map(this::engine).toList();
    }

    @Override
    public Optional<Engine> find(InstanceId instance) {
        return instances.provider(instance).map(this::engine);
    }

    private Engine engine(GuardedProvider provider) {
        return new HostEngine(provider, shared);
    }
}
