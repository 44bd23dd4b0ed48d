package io.heliograph.app.wiring;

import io.heliograph.app.config.Configuration;
import io.heliograph.host.config.HostPort;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.Need;
import io.heliograph.host.config.StoreRole;
import io.heliograph.kernel.InstanceId;
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
 * Which instances run: those of the file, and of the embedded plugins those that the file says nothing about, so that a
 * fresh installation draws, keeps and lets people in.
 */
final class InstancePlan {
    private static final String DRAWING = "provider-procedural";
    private static final String FILES = "storage-filesystem";
    private static final String PASSWORDS = "auth-password";

    private InstancePlan() {}

    static List<InstanceConfig> of(Configuration configuration) {
        List<InstanceConfig> plan = new ArrayList<>();
        configuration.instanceNames().forEach(name -> plan.add(configured(configuration, name)));
        if (configuration.flag("plugins.embedded")) {
            addUnlessNamed(plan, InstanceConfig.of("landscapes", DRAWING, Map.of()));
            addUnlessNamed(
                    plan,
                    InstanceConfig.of("files", FILES, Map.of())
                            .withRoles(StoreRole.MEDIA)
                            .withGrants(Set.of(Need.FILES)));
            addUnlessNamed(plan, InstanceConfig.of("password", PASSWORDS, Map.of()));
        }
        return plan;
    }

    private static void addUnlessNamed(List<InstanceConfig> plan, InstanceConfig embedded) {
        boolean named = plan.stream()
                .anyMatch(instance -> instance.plugin().equals(embedded.plugin())
                        || instance.id().equals(embedded.id()));
        if (!named) {
            plan.add(embedded);
        }
    }

    private static InstanceConfig configured(Configuration configuration, String name) {
        String prefix = "instances." + name + ".";
        Duration unknownHold = configuration.duration(prefix + "unknown-hold");
        return new InstanceConfig(
                new InstanceId(name),
                configuration.text(prefix + "plugin"),
                configuration.optionalText(prefix + "type"),
                new HashMap<>(configuration.instanceSettings(name)),
                roles(configuration.optionalText(prefix + "role")),
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
    }

    private static Set<StoreRole> roles(Optional<String> role) {
        return role.map(word -> Set.of(StoreRole.valueOf(word.toUpperCase(Locale.ROOT))))
                .orElse(Set.of());
    }
}
