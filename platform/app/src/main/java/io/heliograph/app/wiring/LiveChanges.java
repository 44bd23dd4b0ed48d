package io.heliograph.app.wiring;

import io.heliograph.app.config.ConfigValue;
import io.heliograph.app.config.Configuration;
import io.heliograph.app.log.Logging;
import io.heliograph.host.config.ConfigProblem;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.registry.PluginHost;
import io.heliograph.kernel.InstanceId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a change of settings into force where nobody asks at each use: limits and periods at the gates, instances, logging.
 * An instance is ended and made anew; calls that run are ended with it and tried again as after any failure. An instance
 * of a policy plugin stays as it is until the next start: while it were away, every gate would deny.
 */
final class LiveChanges implements LiveSettings.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveChanges.class);
    private static final List<String> AT_THE_GATES = List.of("limits.", "retention.");

    private final PluginHost host;
    private final Consumer<Configuration> gates;

    LiveChanges(PluginHost host, Consumer<Configuration> gates) {
        this.host = host;
        this.gates = gates;
    }

    @Override
    public void changed(Configuration before, Configuration now) {
        if (AT_THE_GATES.stream().anyMatch(prefix -> differ(before, now, prefix))) {
            gates.accept(now);
        }
        if (differ(before, now, "log.")) {
            Logging.configure(now);
        }
        instances(byId(before), byId(now));
    }

    private void instances(Map<InstanceId, InstanceConfig> before, Map<InstanceId, InstanceConfig> now) {
        before.forEach((id, config) -> {
            InstanceConfig next = now.get(id);
            if ((next == null || !InstancePlan.same(config, next)) && !rules(config)) {
                host.remove(id);
            }
        });
        now.forEach((id, config) -> {
            InstanceConfig was = before.get(id);
            if ((was == null || !InstancePlan.same(was, config)) && !rules(config)) {
                List<ConfigProblem> problems = host.add(config);
                LOG.info("Instance {} was {} anew", id, problems.isEmpty() ? "made" : "not made");
            }
        });
    }

    private boolean rules(InstanceConfig config) {
        return InstanceRules.manifest(host, config.plugin())
                .filter(manifest -> manifest.kinds().contains(PluginKind.POLICY))
                .isPresent();
    }

    private static Map<InstanceId, InstanceConfig> byId(Configuration configuration) {
        return InstancePlan.running(configuration).stream()
                .collect(Collectors.toMap(InstanceConfig::id, Function.identity()));
    }

    private static boolean differ(Configuration before, Configuration now, String prefix) {
        return !part(before, prefix).equals(part(now, prefix));
    }

    private static Map<String, String> part(Configuration configuration, String prefix) {
        return configuration.values().stream()
                .filter(value -> value.name().startsWith(prefix))
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::text));
    }
}
