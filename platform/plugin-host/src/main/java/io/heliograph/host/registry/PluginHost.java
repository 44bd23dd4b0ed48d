package io.heliograph.host.registry;

import io.heliograph.host.InstanceStatus;
import io.heliograph.host.Instances;
import io.heliograph.host.PluginStatus;
import io.heliograph.host.config.ConfigProblem;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.Need;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.config.StoreRole;
import io.heliograph.host.guard.GuardedBlobStore;
import io.heliograph.host.guard.GuardedIdentityProvider;
import io.heliograph.host.guard.GuardedMailer;
import io.heliograph.host.guard.GuardedPaymentGateway;
import io.heliograph.host.guard.GuardedPolicyModule;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.load.LoadException;
import io.heliograph.host.load.LoadedPlugin;
import io.heliograph.host.load.PluginLoading;
import io.heliograph.host.load.PluginSource;
import io.heliograph.kernel.InstanceId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plugins and instances, loaded and made at run time and taken away again. Nothing a plugin or a configuration does
 * wrong makes a method here throw: it becomes a status. Safe for many threads; changes happen one after another.
 */
public final class PluginHost implements Instances, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final HostSetup setup;
    private final PluginLoading loading;
    private final InstanceMaker maker;
    private final Map<String, LoadedPlugin> plugins = new TreeMap<>();
    private final Map<String, PluginStatus> statuses = new ConcurrentSkipListMap<>();
    private final Map<InstanceId, RunningInstance> running = new ConcurrentSkipListMap<>();
    private final Map<InstanceId, InstanceStatus> broken = new ConcurrentSkipListMap<>();

    public PluginHost(HostSetup setup) {
        this.setup = setup;
        this.loading = new PluginLoading(setup.startLimit());
        this.maker = new InstanceMaker(setup);
    }

    /** Loads jars; those that fail are told of by {@link #plugins()}. */
    public synchronized void load(List<PluginSource> sources) {
        for (PluginSource source : sources) {
            String file = String.valueOf(source.jar().getFileName());
            try {
                LoadedPlugin plugin = loading.load(source, manifest -> granted(source, manifest));
                plugins.put(plugin.manifest().id(), plugin);
                statuses.put(file, loaded(plugin));
                LOG.info(
                        "Plugin {} {} loaded",
                        plugin.manifest().id(),
                        plugin.manifest().version());
            } catch (LoadException failed) {
                LOG.error("Plugin {} not loaded: {} {}", file, failed.sentence(), failed.remedy());
                statuses.put(
                        file,
                        new PluginStatus(
                                file,
                                file,
                                "",
                                source.bundled(),
                                PluginStatus.State.FAILED,
                                Optional.empty(),
                                failed.sentence(),
                                failed.remedy()));
            }
        }
    }

    private Set<Need> granted(PluginSource source, Manifest manifest) {
        Set<Need> granted = EnumSet.noneOf(Need.class);
        granted.addAll(setup.operatorGrants().getOrDefault(manifest.id(), Set.of()));
        if (source.bundled()) {
            granted.addAll(setup.bundledGrants().of(manifest.id()));
        }
        return granted;
    }

    private static PluginStatus loaded(LoadedPlugin plugin) {
        Manifest manifest = plugin.manifest();
        return new PluginStatus(
                plugin.file(),
                manifest.id(),
                manifest.version(),
                plugin.bundled(),
                PluginStatus.State.LOADED,
                Optional.of(manifest),
                "",
                "");
    }

    /** Unloads a plugin after its instances. */
    public synchronized void unload(String id) {
        running.values().stream()
                .filter(one -> one.guard().manifest().id().equals(id))
                .map(one -> one.guard().id())
                .toList()
                .forEach(this::remove);
        LoadedPlugin plugin = plugins.remove(id);
        if (plugin != null) {
            statuses.remove(plugin.file());
            loading.unload(id);
        }
    }

    /** Makes an instance. Returns what is wrong; it runs when nothing is. */
    public synchronized List<ConfigProblem> add(InstanceConfig config) {
        String path = "instances." + config.id();
        if (running.containsKey(config.id())) {
            return List.of(new ConfigProblem(0, path, "the name is taken.", "Choose another or remove the first."));
        }
        LoadedPlugin plugin = plugins.get(config.plugin());
        InstanceMaker.Made made = plugin == null ? notLoaded(config, path) : maker.make(config, plugin, path);
        switch (made) {
            case InstanceMaker.Made.Done done -> {
                broken.remove(config.id());
                running.put(config.id(), done.instance());
            }
            case InstanceMaker.Made.Refused refused -> {
                Optional<PluginKind> kind = plugin == null
                        ? Optional.empty()
                        : plugin.manifest().kinds().stream().findFirst();
                broken.put(
                        config.id(),
                        new InstanceStatus(
                                config.id(), config.plugin(), kind, Optional.empty(), refused.problems(), 0, false));
                LOG.error("Instance {} does not run: {}", config.id(), refused.problems());
                return refused.problems();
            }
        }
        return List.of();
    }

    private InstanceMaker.Made notLoaded(InstanceConfig config, String path) {
        String remedy = statuses.values().stream()
                .filter(status -> status.state() == PluginStatus.State.FAILED
                        && status.file().contains(config.plugin()))
                .findFirst()
                .map(status -> status.sentence() + " " + status.remedy())
                .orElse("Loaded plugins: " + String.join(", ", plugins.keySet()) + ".");
        return new InstanceMaker.Made.Refused(List.of(
                new ConfigProblem(0, path + ".plugin", "no plugin " + config.plugin() + " is loaded.", remedy)));
    }

    /** Ends an instance; false if there is none. */
    public synchronized boolean remove(InstanceId id) {
        boolean known = broken.remove(id) != null;
        RunningInstance instance = running.remove(id);
        if (instance == null) {
            return known;
        }
        instance.close();
        return true;
    }

    @Override
    public List<GuardedProvider> providers() {
        return all(GuardedProvider.class);
    }

    @Override
    public Optional<GuardedProvider> provider(InstanceId id) {
        return one(id, GuardedProvider.class);
    }

    @Override
    public Optional<GuardedBlobStore> store(StoreRole role) {
        return all(GuardedBlobStore.class).stream()
                .filter(store -> store.roles().contains(role))
                .findFirst();
    }

    @Override
    public Optional<GuardedBlobStore> store(InstanceId id) {
        return one(id, GuardedBlobStore.class);
    }

    @Override
    public List<GuardedIdentityProvider> identities() {
        return all(GuardedIdentityProvider.class);
    }

    @Override
    public Optional<GuardedIdentityProvider> identity(InstanceId id) {
        return one(id, GuardedIdentityProvider.class);
    }

    @Override
    public List<GuardedPolicyModule> policyModules() {
        return all(GuardedPolicyModule.class);
    }

    @Override
    public List<GuardedMailer> mailers() {
        return all(GuardedMailer.class);
    }

    @Override
    public List<GuardedPaymentGateway> gateways() {
        return all(GuardedPaymentGateway.class);
    }

    @Override
    public Optional<GuardedPaymentGateway> gateway(InstanceId id) {
        return one(id, GuardedPaymentGateway.class);
    }

    @Override
    public List<PluginStatus> plugins() {
        return List.copyOf(statuses.values());
    }

    @Override
    public List<InstanceStatus> instances() {
        List<InstanceStatus> all = new ArrayList<>(broken.values());
        running.values().forEach(one -> all.add(one.status()));
        all.sort(java.util.Comparator.comparing(InstanceStatus::id));
        return List.copyOf(all);
    }

    private <T> List<T> all(Class<T> type) {
        return running.values().stream()
                .map(RunningInstance::guarded)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private <T> Optional<T> one(InstanceId id, Class<T> type) {
        return Optional.ofNullable(running.get(id))
                .map(RunningInstance::guarded)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Ends all instances, then lets go of all plugins. */
    @Override
    public synchronized void close() {
        List.copyOf(running.keySet()).forEach(this::remove);
        plugins.clear();
        loading.close();
    }
}
