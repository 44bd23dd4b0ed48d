package io.heliograph.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes what holds as a file: every value that is not a default, whatever layer it came from. A secret stays a reference;
 * one that the database keeps becomes a reference to a variable that the operator provides.
 */
public final class ConfigExport {
    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final List<String> wanted = new ArrayList<>();

    private ConfigExport() {}

    /** The text of a {@code heliograph.yaml}. */
    public static String text(Configuration configuration) {
        ConfigExport export = new ConfigExport();
        Path base = configuration
                .file()
                .map(Path::toAbsolutePath)
                .map(Path::getParent)
                .orElse(Path.of("").toAbsolutePath());
        for (ConfigValue value : configuration.values()) {
            if (!value.origin().equals(ConfigValue.DEFAULT)) {
                export.put(value.name(), export.plain(value, base));
            }
        }
        return export.head() + (export.tree.isEmpty() ? "" : yaml().dump(export.tree));
    }

    private String head() {
        StringBuilder head = new StringBuilder(
                "# Written by `config export`: every value that is not a default, from file, environment and database.\n");
        if (!wanted.isEmpty()) {
            head.append("# Secrets that the database keeps are not written. Provide these variables:\n");
            wanted.forEach(name -> head.append("#   ").append(name).append('\n'));
        }
        return head.toString();
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        options.setSplitLines(false);
        return new Yaml(options);
    }

    private Object plain(ConfigValue value, Path base) {
        if (value.sealed().isPresent()) {
            String variable = "SECRET_" + ConfigLoader.variable(value.name().replaceFirst("^instances\\.", ""));
            wanted.add(variable);
            return "env:" + variable;
        }
        boolean reference = value.text().startsWith("file:")
                && (value.key().type() == ConfigKey.Type.SECRET || value.key().type() == ConfigKey.Type.FREE);
        if (reference) {
            return "file:"
                    + base.resolve(value.text().substring("file:".length())).normalize();
        }
        return value.list() || value.key().type() == ConfigKey.Type.TEXTS ? value.items() : value.text();
    }

    private void put(String name, Object value) {
        String[] path = name.split("\\.");
        Map<String, Object> node = tree;
        for (int depth = 0; depth < path.length - 1; depth++) {
            Object next = node.computeIfAbsent(path[depth], key -> new LinkedHashMap<String, Object>());
            @SuppressWarnings("unchecked") // no key is both a value and the beginning of another
            Map<String, Object> inner = (Map<String, Object>) next;
            node = inner;
        }
        node.put(path[path.length - 1], value);
    }
}
