package io.heliograph.host.load;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pf4j.CompoundPluginDescriptorFinder;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultPluginManager;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginWrapper;

/**
 * PF4J with our descriptor, our class loader and no extensions of its own: it keeps the life of plugins, we keep what they
 * see. Used under the loader's lock.
 */
final class JarPlugins extends DefaultPluginManager {
    /** What was read of a jar before PF4J is asked to load it. */
    record Prepared(String id, String version, ClassLoader loader) {}

    private final Map<Path, Prepared> prepared = new HashMap<>();

    JarPlugins() {
        super(List.of());
    }

    void prepare(Path jar, Prepared what) {
        prepared.put(jar, what);
    }

    void forget(Path jar) {
        prepared.remove(jar);
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new CompoundPluginDescriptorFinder().add(new PluginDescriptorFinder() {
            @Override
            public boolean isApplicable(Path path) {
                return true;
            }

            @Override
            public PluginDescriptor find(Path path) {
                Prepared what = what(path);
                return new DefaultPluginDescriptor(
                        what.id(), what.id(), Plugin.class.getName(), what.version(), "*", "", "");
            }
        });
    }

    private Prepared what(Path path) {
        Prepared what = prepared.get(path);
        if (what == null) {
            throw new IllegalStateException("a jar is prepared before it is loaded");
        }
        return what;
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path path) {
                return true;
            }

            @Override
            public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
                return what(path).loader();
            }
        };
    }

    /** A factory that returns null would fail the start. */
    @Override
    protected PluginFactory createPluginFactory() {
        return JarPlugins::empty;
    }

    private static Plugin empty(PluginWrapper wrapper) {
        return new Plugin();
    }
}
