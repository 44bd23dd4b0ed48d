package io.heliograph.app.wiring;

import io.heliograph.app.config.Configuration;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.tx.Tx;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.Need;
import io.heliograph.host.egress.EgressFactory;
import io.heliograph.host.guard.ComputePool;
import io.heliograph.host.guard.CredentialPort;
import io.heliograph.host.guard.DisclosureRecorder;
import io.heliograph.host.guard.HostPorts;
import io.heliograph.host.guard.MediaPort;
import io.heliograph.host.load.BundledGrants;
import io.heliograph.host.load.PluginSource;
import io.heliograph.host.registry.HostSetup;
import io.heliograph.host.registry.PluginHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The plugin host with every jar of the distribution and of the operator's folders, and every instance of the plan. */
final class HostOpening {
    private HostOpening() {}

    static PluginHost open(
            Configuration configuration,
            Path dataFolder,
            InstantSource clock,
            DisclosureRecorder disclosures,
            CredentialPort credentials,
            MediaPort media,
            ComputePool compute,
            EgressFactory egress) {
        HostPorts ports = new HostPorts(
                clock, disclosures, Map.of(), Tx::active, media, credentials, compute, HostPorts.DEFAULT_GRACE);
        List<InstanceConfig> plan = InstancePlan.running(configuration);
        PluginHost host = new PluginHost(new HostSetup(
                ports,
                egress,
                configuration.secrets(),
                BundledGrants.ofDistribution(),
                grants(plan),
                dataFolder.resolve("instances")));
        host.load(sources(configuration));
        plan.forEach(host::add);
        return host;
    }

    private static Map<String, Set<Need>> grants(List<InstanceConfig> plan) {
        Map<String, Set<Need>> grants = new HashMap<>();
        plan.forEach(instance -> grants.computeIfAbsent(instance.plugin(), plugin -> new HashSet<>())
                .addAll(instance.grants()));
        return grants;
    }

    private static List<PluginSource> sources(Configuration configuration) {
        List<PluginSource> sources = new ArrayList<>();
        String home = System.getenv("HELIOGRAPH_HOME");
        if (home != null) {
            jars(Path.of(home, "plugins")).forEach(jar -> sources.add(new PluginSource(jar, true)));
        }
        for (String folder : configuration.texts("plugins.folders")) {
            jars(Path.of(folder)).forEach(jar -> sources.add(new PluginSource(jar, false)));
        }
        return sources;
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new StartProblem(
                    "The folder of plugins " + folder + " cannot be read.",
                    "Check plugins.folders, or unpack the distribution again.",
                    unreadable);
        }
    }
}
