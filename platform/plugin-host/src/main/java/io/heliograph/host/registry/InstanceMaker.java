package io.heliograph.host.registry;

import io.heliograph.host.config.ConfigProblem;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.InstanceSettings;
import io.heliograph.host.config.Need;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.guard.InstanceGuard;
import io.heliograph.host.load.LoadedPlugin;
import io.heliograph.spi.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one instance out of a configuration, or says why not. */
final class InstanceMaker {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceMaker.class);
    private static final int MAX_CONCURRENCY = 256;
    private static final int MAX_QUEUE = 100_000;

    private final HostSetup setup;

    InstanceMaker(HostSetup setup) {
        this.setup = setup;
    }

    /** What came of it. */
    sealed interface Made {
        /** It runs. */
        record Done(RunningInstance instance) implements Made {}

        /** It does not. */
        record Refused(List<ConfigProblem> problems) implements Made {}
    }

    Made make(InstanceConfig config, LoadedPlugin plugin, String path) {
        List<ConfigProblem> problems = new ArrayList<>();
        List<InstanceFactories> factories;
        try {
            factories = io.heliograph.host.guard.Managed.run(
                    config.id().value(), plugin.loader(), setup.startLimit(), () -> InstanceFactories.of(plugin));
        } catch (PluginException failed) {
            return refused(path + ".plugin", failed);
        }
        Optional<InstanceFactories> factory = choose(config, factories, path, problems);
        InstanceSettings.Result settings =
                InstanceSettings.validate(plugin.manifest(), config.settings(), path + ".settings", setup.secrets());
        problems.addAll(settings.problems());
        checkLimits(config, path, problems);
        if (factory.isPresent() && !config.roles().isEmpty() && factory.get().kind() != PluginKind.STORE) {
            problems.add(new ConfigProblem(0, path + ".roles", "only a store has roles.", "Remove the roles."));
        }
        if (!problems.isEmpty() || factory.isEmpty()) {
            return new Made.Refused(problems);
        }
        return create(config, plugin, factory.get(), settings.settings(), path);
    }

    private static void checkLimits(InstanceConfig config, String path, List<ConfigProblem> problems) {
        int concurrency = config.concurrency().orElse(1);
        if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
            problems.add(new ConfigProblem(
                    0, path + ".concurrency", "1 to " + MAX_CONCURRENCY + " was expected.", "Correct the value."));
        }
        if (config.queueLimit() < 0 || config.queueLimit() > MAX_QUEUE) {
            problems.add(new ConfigProblem(
                    0, path + ".queue-limit", "0 to " + MAX_QUEUE + " was expected.", "Correct the value."));
        }
    }

    private static Optional<InstanceFactories> choose(
            InstanceConfig config, List<InstanceFactories> factories, String path, List<ConfigProblem> problems) {
        List<InstanceFactories> fitting = factories.stream()
                .filter(one -> config.type().map(one.type()::equals).orElse(true))
                .toList();
        if (fitting.size() == 1) {
            return Optional.of(fitting.getFirst());
        }
        String types = factories.stream().map(InstanceFactories::type).sorted().collect(Collectors.joining(", "));
        problems.add(new ConfigProblem(
                0,
                path + ".type",
                fitting.isEmpty() ? "the plugin has no such type." : "the plugin has several types.",
                "Choose one of " + types + "."));
        return Optional.empty();
    }

    private Made create(
            InstanceConfig config,
            LoadedPlugin plugin,
            InstanceFactories factory,
            InstanceSettings settings,
            String path) {
        Optional<Path> folder;
        try {
            folder = folder(config, plugin);
        } catch (IOException unwritable) {
            return new Made.Refused(List.of(new ConfigProblem(
                    0, path, "its folder cannot be made.", "Check that the data folder is writable.")));
        }
        InstanceGuard guard = new InstanceGuard(
                config,
                plugin.manifest(),
                plugin.loader(),
                setup.ports(),
                setup.egress().create(config, plugin.manifest(), settings));
        HostInstanceContext context = new HostInstanceContext(
                config.id().value(),
                settings,
                setup.ports().clock(),
                LoggerFactory.getLogger("plugin." + config.id()),
                folder);
        try {
            AutoCloseable raw = guard.manage(() -> factory.maker().create().create(context), setup.startLimit());
            Object guarded = factory.maker().wrapped(guard, raw);
            return new Made.Done(new RunningInstance(factory.kind(), guard, guarded, raw));
        } catch (PluginException failed) {
            LOG.warn("Instance {} could not be made", config.id(), failed);
            guard.close(Duration.ofSeconds(1));
            return refused(path, failed);
        }
    }

    private static Made refused(String path, PluginException failed) {
        return new Made.Refused(List.of(new ConfigProblem(
                0, path, "it could not be made: " + failed.getMessage() + ".", "Check its settings and the log.")));
    }

    private Optional<Path> folder(InstanceConfig config, LoadedPlugin plugin) throws IOException {
        if (!plugin.granted().contains(Need.FILES)) {
            return Optional.empty();
        }
        Path folder = setup.folders().resolve(config.id().value());
        Files.createDirectories(folder);
        return Optional.of(folder);
    }
}
