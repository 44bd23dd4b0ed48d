package io.heliograph.app.config;

import io.smallrye.config.common.AbstractConfigSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The file's values as a source for SmallRye Config, under the prefix that the environment's names map to. */
final class FileSource extends AbstractConfigSource {
    private static final long serialVersionUID = 1L;
    private static final int BELOW_ENVIRONMENT = 200;

    private final transient Map<String, YamlValues.Located> values;

    FileSource(String origin, Map<String, YamlValues.Located> values) {
        super(origin, BELOW_ENVIRONMENT);
        this.values = values;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet().stream().map(ConfigLoader.PREFIX::concat).collect(Collectors.toSet());
    }

    @Override
    public @org.jspecify.annotations.Nullable String getValue(String name) {
        YamlValues.Located located =
                name.startsWith(ConfigLoader.PREFIX) ? values.get(name.substring(ConfigLoader.PREFIX.length())) : null;
        return located == null ? null : located.text();
    }
}
