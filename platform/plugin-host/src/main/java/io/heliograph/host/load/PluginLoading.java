package io.heliograph.host.load;

import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.Need;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.config.SpiVersion;
import io.heliograph.host.guard.Managed;
import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads and unloads plugins, one by one. A plugin that fails leaves nothing behind and harms nobody: the failure is a
 * sentence and a remedy. Safe for many threads; one plugin is loaded at a time.
 */
public final class PluginLoading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginLoading.class);

    private final JarPlugins plugins = new JarPlugins();
    private final Map<String, Path> jars = new HashMap<>();
    private final Duration startLimit;

    /** @param startLimit how long a plugin's first code may take */
    public PluginLoading(Duration startLimit) {
        this.startLimit = startLimit;
    }

    /**
     * Loads a jar.
     *
     * @param granted what the operator, or the distribution for its own jars, grants to the plugin of this id
     * @throws LoadException why it cannot be used
     */
    public synchronized LoadedPlugin load(PluginSource source, java.util.function.Function<Manifest, Set<Need>> granted)
            throws LoadException {
        PluginJar jar = PluginJar.open(source.jar());
        boolean kept = false;
        Path path = source.jar().toAbsolutePath();
        try {
            Manifest manifest = jar.manifest();
            check(manifest, jar);
            Set<Need> allowed = grants(manifest, granted.apply(manifest), jar);
            PluginClassLoader loader =
                    new PluginClassLoader(manifest.id(), jar, new SpiParentLoader(manifest.id(), allowed));
            LoadedPlugin loaded = start(
                    path,
                    new LoadedPlugin.PluginShell(
                            manifest, source.bundled(), String.valueOf(path.getFileName()), allowed, loader));
            jars.put(manifest.id(), path);
            kept = true;
            return loaded;
        } finally {
            if (!kept) {
                close(jar);
            }
        }
    }

    private void check(Manifest manifest, PluginJar jar) throws LoadException {
        if (!manifest.spi().contains(SpiVersion.CURRENT)) {
            throw new LoadException(
                    "The plugin " + manifest.id() + " is made for SPI " + manifest.spi() + "; this is "
                            + SpiVersion.CURRENT + ".",
                    "Take a version of the plugin that was made for this release.");
        }
        Path other = jars.get(manifest.id());
        if (other != null) {
            throw new LoadException(
                    "The id " + manifest.id() + " is taken by " + other.getFileName() + " already.",
                    "Remove one of the two jars.");
        }
        jar.checkNames();
    }

    /** What the bytecode uses must be what the manifest declares, and all of it must be granted. */
    private static Set<Need> grants(Manifest manifest, Set<Need> granted, PluginJar jar) throws LoadException {
        Map<Need, String> found;
        try {
            found = BytecodeScan.scan(jar.file());
        } catch (IOException | SecurityException damaged) {
            throw jar.damaged();
        }
        Set<Need> undeclared = EnumSet.noneOf(Need.class);
        undeclared.addAll(found.keySet());
        undeclared.removeAll(manifest.needs());
        if (!undeclared.isEmpty()) {
            String places = undeclared.stream()
                    .map(need -> need.word() + " (" + found.get(need) + ")")
                    .collect(Collectors.joining(", "));
            throw new LoadException(
                    "The plugin " + manifest.id() + " uses what its manifest does not declare: " + places + ".",
                    "Do not use it, or ask its author to declare these needs.");
        }
        Set<Need> unused = EnumSet.noneOf(Need.class);
        unused.addAll(manifest.needs());
        unused.removeAll(found.keySet());
        if (!unused.isEmpty()) {
            throw new LoadException(
                    "The plugin " + manifest.id() + " declares needs that it does not use: " + words(unused) + ".",
                    "Ask its author to remove them from the manifest.");
        }
        Set<Need> missing = EnumSet.noneOf(Need.class);
        missing.addAll(manifest.needs());
        missing.removeAll(granted);
        if (!missing.isEmpty()) {
            throw new LoadException(
                    "The plugin " + manifest.id() + " needs " + words(missing) + ", which nobody granted.",
                    "If you trust it, grant these needs to it in the configuration.");
        }
        return manifest.needs();
    }

    private static String words(Set<Need> needs) {
        return needs.stream().map(Need::word).sorted().collect(Collectors.joining(", "));
    }

    /** The broad catch at the edge to PF4J and to the plugin's first code. */
    private LoadedPlugin start(Path path, LoadedPlugin.PluginShell shell) throws LoadException {
        Manifest manifest = shell.manifest();
        plugins.prepare(path, new JarPlugins.Prepared(manifest.id(), manifest.version(), shell.loader()));
        boolean started = false;
        try {
            plugins.loadPlugin(path);
            plugins.startPlugin(manifest.id());
            LoadedPlugin loaded =
                    Managed.run(manifest.id(), shell.loader(), startLimit, () -> LoadedPlugin.of(shell, entry(shell)));
            checkKinds(loaded);
            started = true;
            return loaded;
        } catch (PluginException failed) {
            LOG.warn("Plugin {} failed to load", manifest.id(), failed);
            throw new LoadException(
                    "The plugin " + manifest.id() + " failed to load: " + failed.getMessage() + ".",
                    "See the log, and ask its author or remove it.");
        } catch (RuntimeException failed) {
            LOG.warn("Plugin {} failed to load", manifest.id(), failed);
            throw new LoadException(
                    "The plugin " + manifest.id() + " could not be started.", "See the log, or remove it.");
        } finally {
            if (!started) {
                drop(manifest.id());
                plugins.forget(path);
            }
        }
    }

    private static HeliographPlugin entry(LoadedPlugin.PluginShell shell) throws PluginException {
        var entries = ServiceLoader.load(HeliographPlugin.class, shell.loader()).stream()
                .toList();
        if (entries.size() != 1) {
            throw PluginException.nothingHappened(
                    io.heliograph.spi.ErrorKind.CONFIGURATION,
                    "no-entry",
                    "it names " + entries.size() + " entry points in META-INF/services, and one is expected");
        }
        return entries.getFirst().get();
    }

    private static void checkKinds(LoadedPlugin loaded) throws LoadException {
        Set<PluginKind> found = EnumSet.noneOf(PluginKind.class);
        Stream.of(
                        Map.entry(PluginKind.PROVIDER, loaded.providers()),
                        Map.entry(PluginKind.STORE, loaded.stores()),
                        Map.entry(PluginKind.IDENTITY, loaded.identities()),
                        Map.entry(PluginKind.POLICY, loaded.policies()),
                        Map.entry(PluginKind.PAYMENT, loaded.gateways()),
                        Map.entry(PluginKind.MAIL, loaded.mailers()))
                .filter(one -> !one.getValue().isEmpty())
                .forEach(one -> found.add(one.getKey()));
        if (!found.equals(loaded.manifest().kinds())) {
            throw new LoadException(
                    "The plugin " + loaded.manifest().id() + " declares other kinds than it holds.",
                    "Ask its author to correct kinds in the manifest.");
        }
    }

    /** Unloads a plugin whose instances are closed; its file and its classes are let go. */
    public synchronized void unload(String id) {
        Path path = jars.remove(id);
        if (path != null) {
            drop(id);
            plugins.forget(path);
        }
    }

    /** One plugin's failing stop never blocks the rest. */
    private void drop(String id) {
        if (plugins.getPlugin(id) == null) {
            return;
        }
        try {
            plugins.stopPlugin(id);
            plugins.unloadPlugin(id);
        } catch (RuntimeException failed) {
            LOG.warn("Plugin {} did not unload in good order", id, failed);
        }
    }

    private static void close(PluginJar jar) {
        try {
            jar.close();
        } catch (IOException closing) {
            LOG.debug("{} did not close in good order", jar.path(), closing);
        }
    }

    @Override
    public synchronized void close() {
        for (String id : Set.copyOf(jars.keySet())) {
            unload(id);
        }
    }
}
