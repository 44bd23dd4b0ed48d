package io.heliograph.host.load;

import io.heliograph.host.config.Need;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parent of one plugin's loader: the JDK's platform classes without what the plugin was not granted, the SPI, slf4j and
 * JSpecify's annotations; nothing else, and no resource at all. A name belongs to one of these or to the plugin, and
 * nothing is tried twice.
 */
final class SpiParentLoader extends ClassLoader {
    private static final ClassLoader HOST = SpiParentLoader.class.getClassLoader();
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private final Set<Need> granted;

    SpiParentLoader(String plugin, Set<Need> granted) {
        super("heliograph-spi-for-" + plugin, null);
        this.granted = Set.copyOf(granted);
    }

    /** Whether the name is the host's to give, so that a plugin may not bring a class of it. */
    static boolean isShared(String className) {
        String pack = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        return pack.equals("io.heliograph.spi")
                || pack.startsWith("io.heliograph.spi.")
                || pack.equals("org.slf4j")
                || pack.equals("org.slf4j.event")
                || pack.equals("org.slf4j.helpers")
                || pack.equals("org.slf4j.spi")
                || pack.equals("org.jspecify.annotations");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isShared(name)) {
            return HOST.loadClass(name);
        }
        Optional<Need> need = ForbiddenNames.need(name);
        if (need.isPresent() && need.get().isHidden() && !granted.contains(need.get())) {
            throw new ClassNotFoundException(name + " is not visible to plugins without the need "
                    + need.get().word());
        }
        return PLATFORM.loadClass(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return Collections.emptyEnumeration();
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return null;
    }
}
