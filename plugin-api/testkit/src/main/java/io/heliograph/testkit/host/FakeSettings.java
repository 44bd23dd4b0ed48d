package io.heliograph.testkit.host;

import io.heliograph.spi.Secret;
import io.heliograph.spi.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings from a map; a key of another type is a mistake, as in the real host. */
public final class FakeSettings implements Settings {
    private final Map<String, Object> values;

    /** @param values String, List of String, Long, Boolean, Duration or Secret by key */
    public FakeSettings(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    private <T> T typed(String key, Class<T> type) {
        Object value = values.get(key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("setting " + key + " is no " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private <T> Optional<T> maybe(String key, Class<T> type) {
        @Nullable Object value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(typed(key, type));
    }

    @Override
    public String text(String key) {
        return typed(key, String.class);
    }

    @Override
    public Optional<String> optionalText(String key) {
        return maybe(key, String.class);
    }

    @Override
    public List<String> texts(String key) {
        return maybe(key, List.class).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(String.class::cast)
                .toList();
    }

    @Override
    public long number(String key) {
        return typed(key, Long.class);
    }

    @Override
    public boolean flag(String key) {
        return typed(key, Boolean.class);
    }

    @Override
    public Duration duration(String key) {
        return typed(key, Duration.class);
    }

    @Override
    public Secret secret(String key) {
        return typed(key, Secret.class);
    }

    @Override
    public Optional<Secret> optionalSecret(String key) {
        return maybe(key, Secret.class);
    }
}
