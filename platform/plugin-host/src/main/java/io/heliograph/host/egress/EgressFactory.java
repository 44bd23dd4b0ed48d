package io.heliograph.host.egress;

import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.InstanceSettings;
import io.heliograph.host.config.Manifest;

/** Makes the way out of an instance. */
@FunctionalInterface
public interface EgressFactory {
    /** A way out that leads to the declared hosts and the local engines of the configuration, and nowhere else. */
    Egress create(InstanceConfig config, Manifest manifest, InstanceSettings settings);
}
