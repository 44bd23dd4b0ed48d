package io.heliograph.host.config;

import io.heliograph.kernel.InstanceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One configured use of a plugin.
 *
 * @param plugin id of the plugin
 * @param type type within the plugin; may be left out where the plugin has one only
 * @param settings as written: texts, numbers, switches, lists; secrets by reference or as {@link io.heliograph.spi.Secret}
 * @param roles what a store is for; empty for other kinds
 * @param grants needs that the operator grants on top of what ships with a bundled plugin
 * @param localHosts local engines it may reach, by exact host and port
 * @param concurrency calls at once; the manifest's where empty
 * @param queueLimit calls that may wait for a slot
 * @param unknownHold how long money is held when an answer was lost
 */
public record InstanceConfig(
        InstanceId id,
        String plugin,
        Optional<String> type,
        Map<String, Object> settings,
        Set<StoreRole> roles,
        Set<Need> grants,
        Set<HostPort> localHosts,
        OptionalInt concurrency,
        int queueLimit,
        Duration unknownHold) {
    /** Calls that may wait where the operator says nothing. */
    public static final int DEFAULT_QUEUE_LIMIT = 64;
    /** How long money is held where the operator says nothing. */
    public static final Duration DEFAULT_UNKNOWN_HOLD = Duration.ofHours(1);

    public InstanceConfig {
        settings = Map.copyOf(settings);
        roles = Set.copyOf(roles);
        grants = Set.copyOf(grants);
        localHosts = Set.copyOf(localHosts);
    }

    /** An instance with defaults only. */
    public static InstanceConfig of(String id, String plugin, Map<String, Object> settings) {
        return new InstanceConfig(
                new InstanceId(id),
                plugin,
                Optional.empty(),
                settings,
                Set.of(),
                Set.of(),
                Set.of(),
                OptionalInt.empty(),
                DEFAULT_QUEUE_LIMIT,
                DEFAULT_UNKNOWN_HOLD);
    }

    /** The same, of this type within the plugin. */
    public InstanceConfig withType(String newType) {
        return new InstanceConfig(
                id,
                plugin,
                Optional.of(newType),
                settings,
                roles,
                grants,
                localHosts,
                concurrency,
                queueLimit,
                unknownHold);
    }

    /** The same, as the store for these roles. */
    public InstanceConfig withRoles(StoreRole... newRoles) {
        return new InstanceConfig(
                id, plugin, type, settings, Set.of(newRoles), grants, localHosts, concurrency, queueLimit, unknownHold);
    }

    /** The same, with these needs granted. */
    public InstanceConfig withGrants(Set<Need> newGrants) {
        return new InstanceConfig(
                id, plugin, type, settings, roles, newGrants, localHosts, concurrency, queueLimit, unknownHold);
    }

    /** The same, with these local engines within reach. */
    public InstanceConfig withLocalHosts(Set<HostPort> newLocalHosts) {
        return new InstanceConfig(
                id, plugin, type, settings, roles, grants, newLocalHosts, concurrency, queueLimit, unknownHold);
    }

    /** The same, with these limits. */
    public InstanceConfig withLimits(int newConcurrency, int newQueueLimit) {
        return new InstanceConfig(
                id,
                plugin,
                type,
                settings,
                roles,
                grants,
                localHosts,
                OptionalInt.of(newConcurrency),
                newQueueLimit,
                unknownHold);
    }

    /** Leaves settings out: they may hold references. */
    @Override
    public String toString() {
        return "InstanceConfig[" + id + " of " + plugin + "]";
    }
}
