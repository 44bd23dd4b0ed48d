package io.heliograph.app.wiring;

import io.heliograph.app.config.ConfigValue;
import io.heliograph.app.config.Configuration;
import io.heliograph.host.config.HostPort;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.Need;
import io.heliograph.host.config.StoreRole;
import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which instances there are: those of the file, those of the database, and of the embedded plugins those that nobody says
 * anything about, so that a fresh installation draws, keeps and lets people in.
 */
final class InstancePlan {
    private static final String FILES = "storage-filesystem";
    private static final List<InstanceConfig> EMBEDDED = List.of(
            InstanceConfig.of("landscapes", "provider-procedural", Map.of()),
            InstanceConfig.of("files", FILES, Map.of())
                    .withRoles(StoreRole.MEDIA)
                    .withGrants(Set.of(Need.FILES)),
            InstanceConfig.of("password", "auth-password", Map.of()));

    private InstancePlan() {}

    /** Who wants an instance. */
    enum Source {
        EMBEDDED,
        FILE,
        DATABASE
    }

    /** One instance of the plan. @param enabled whether it is to run */
    record Planned(InstanceConfig config, boolean enabled, Source source) {}

    /** Those that are to run. */
    static List<InstanceConfig> running(Configuration configuration) {
        return all(configuration).stream()
                .filter(Planned::enabled)
                .map(Planned::config)
                .toList();
    }

    /** All, those that are switched off included, in the order of their names within each layer. */
    static List<Planned> all(Configuration configuration) {
        List<Planned> plan = new ArrayList<>();
        configuration.instanceNames().forEach(name -> plan.add(configured(configuration, name)));
        if (configuration.flag("plugins.embedded")) {
            for (InstanceConfig embedded : EMBEDDED) {
                boolean spokenFor = plan.stream().anyMatch(one -> spokenFor(one, embedded));
                if (!spokenFor) {
                    plan.add(new Planned(embedded, true, Source.EMBEDDED));
                }
            }
        }
        return List.copyOf(plan);
    }

    private static boolean spokenFor(Planned planned, InstanceConfig embedded) {
        boolean same = planned.config().id().equals(embedded.id());
        return same
                || (planned.source() == Source.FILE && planned.config().plugin().equals(embedded.plugin()));
    }

    /** The embedded instance of that name, where there is one. */
    static Optional<InstanceConfig> embedded(String name) {
        return EMBEDDED.stream().filter(one -> one.id().value().equals(name)).findFirst();
    }

    private static Planned configured(Configuration configuration, String name) {
        String prefix = Configuration.INSTANCES + name + ".";
        Duration unknownHold = configuration.duration(prefix + "unknown-hold");
        Set<StoreRole> roles = roles(configuration.optionalText(prefix + "role"));
        String plugin = configuration.text(prefix + "plugin");
        InstanceConfig config = new InstanceConfig(
                new InstanceId(name),
                plugin,
                configuration.optionalText(prefix + "type"),
                new HashMap<>(configuration.instanceSettings(name)),
                roles.isEmpty() ? usualRoles(name, plugin) : roles,
                configuration.texts(prefix + "grants").stream()
                        .map(Need::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                configuration.texts(prefix + "local-hosts").stream()
                        .map(HostPort::parse)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                configuration
                        .optionalText(prefix + "concurrency")
                        .map(text -> OptionalInt.of(Integer.parseInt(text)))
                        .orElse(OptionalInt.empty()),
                InstanceConfig.DEFAULT_QUEUE_LIMIT,
                unknownHold);
        boolean stored = configuration
                .value(prefix + "plugin")
                .filter(value -> value.origin().equals(ConfigValue.DATABASE))
                .isPresent();
        return new Planned(config, configuration.flag(prefix + "enabled"), stored ? Source.DATABASE : Source.FILE);
    }

    /** The embedded store keeps its role when only its settings are changed. */
    private static Set<StoreRole> usualRoles(String name, String plugin) {
        return embedded(name)
                .filter(one -> one.plugin().equals(plugin))
                .map(InstanceConfig::roles)
                .orElse(Set.of());
    }

    private static Set<StoreRole> roles(Optional<String> role) {
        return role.map(word -> Set.of(StoreRole.valueOf(word.toUpperCase(Locale.ROOT))))
                .orElse(Set.of());
    }

    /** Whether two configurations make the same instance; secrets are compared by what they hold. */
    static boolean same(InstanceConfig one, InstanceConfig other) {
        return one.plugin().equals(other.plugin())
                && one.type().equals(other.type())
                && one.roles().equals(other.roles())
                && one.grants().equals(other.grants())
                && one.localHosts().equals(other.localHosts())
                && one.concurrency().equals(other.concurrency())
                && one.unknownHold().equals(other.unknownHold())
                && comparable(one.settings()).equals(comparable(other.settings()));
    }

    private static Map<String, Object> comparable(Map<String, Object> settings) {
        Map<String, Object> plain = new HashMap<>();
        settings.forEach((key, value) -> plain.put(key, value instanceof Secret secret ? secret.revealText() : value));
        return plain;
    }
}
