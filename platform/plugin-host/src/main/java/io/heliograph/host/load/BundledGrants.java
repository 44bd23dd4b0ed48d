package io.heliograph.host.load;

import io.heliograph.host.config.Need;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the distribution grants to the plugins that come with it, by plugin id. Ships as a resource of properties, such as
 * {@code storage-filesystem = files}; it holds for jars of the distribution's own folder only.
 */
public record BundledGrants(Map<String, Set<Need>> byPlugin) {
    /** Where the distribution's list lies on the class path. */
    public static final String RESOURCE = "/io/heliograph/host/load/bundled-grants.properties";

    public BundledGrants {
        byPlugin = Map.copyOf(byPlugin);
    }

    /** No grants. */
    public static BundledGrants none() {
        return new BundledGrants(Map.of());
    }

    /** The distribution's list. */
    public static BundledGrants ofDistribution() {
        try (InputStream stream = BundledGrants.class.getResourceAsStream(RESOURCE)) {
            return stream == null ? none() : read(stream);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Reads a list. @throws IllegalArgumentException if it names an unknown need */
    public static BundledGrants read(InputStream stream) throws IOException {
        Properties properties = new Properties();
        properties.load(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8));
        Map<String, Set<Need>> grants = new TreeMap<>();
        for (String plugin : properties.stringPropertyNames()) {
            Set<Need> needs = EnumSet.noneOf(Need.class);
            for (String word : properties.getProperty(plugin, "").split(",", -1)) {
                if (!word.isBlank()) {
                    needs.add(Need.of(word.strip())
                            .orElseThrow(() -> new IllegalArgumentException("no such need: " + word.strip())));
                }
            }
            grants.put(plugin, needs);
        }
        return new BundledGrants(grants);
    }

    /** What is granted to a plugin. */
    public Set<Need> of(String plugin) {
        return byPlugin.getOrDefault(plugin, Set.of());
    }
}
