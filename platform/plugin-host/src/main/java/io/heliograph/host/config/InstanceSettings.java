package io.heliograph.host.config;

import io.heliograph.host.secrets.SecretReferenceException;
import io.heliograph.host.secrets.SecretSource;
import io.heliograph.spi.Secret;
import io.heliograph.spi.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An instance's settings, valid under its manifest and completed with defaults. Safe for many threads. */
public final class InstanceSettings implements Settings {
    private final Manifest manifest;
    private final Map<String, Object> values;

    private InstanceSettings(Manifest manifest, Map<String, Object> values) {
        this.manifest = manifest;
        this.values = Map.copyOf(values);
    }

    /**
     * Validates what was written.
     *
     * @param raw texts, numbers, switches and lists by key; for secrets a reference, or a {@link Secret} that the host
     *     keeps sealed itself
     * @param path where they stand, for the problems
     */
    public static Result validate(Manifest manifest, Map<String, Object> raw, String path, SecretSource secrets) {
        List<ConfigProblem> problems = new ArrayList<>();
        Map<String, Object> values = new TreeMap<>();
        Set<String> known = manifest.settings().stream().map(SettingSpec::key).collect(Collectors.toSet());
        for (String key : raw.keySet()) {
            if (!known.contains(key)) {
                String remedy = NearestKey.of(key, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse(
                                known.isEmpty()
                                        ? "The plugin has no settings."
                                        : "Known keys: "
                                                + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
                problems.add(new ConfigProblem(0, path + "." + key, "the key is not known.", remedy));
            }
        }
        for (SettingSpec spec : manifest.settings()) {
            Object written = raw.get(spec.key());
            String where = path + "." + spec.key();
            if (written == null) {
                spec.defaultValue().ifPresent(value -> values.put(spec.key(), value));
                if (spec.required() && spec.defaultValue().isEmpty()) {
                    problems.add(new ConfigProblem(0, where, "the key is missing.", "Add it: " + spec.title() + "."));
                }
            } else if (spec.type() == SettingType.SECRET) {
                secret(written, where, secrets, problems).ifPresent(value -> values.put(spec.key(), value));
            } else {
                SettingValues.Checked checked = SettingValues.check(spec, written);
                checked.value().ifPresent(value -> values.put(spec.key(), value));
                checked.expected()
                        .ifPresent(expected -> problems.add(
                                new ConfigProblem(0, where, expected + " was expected.", "Correct the value.")));
            }
        }
        return new Result(new InstanceSettings(manifest, values), problems);
    }

    private static Optional<Secret> secret(
            Object written, String where, SecretSource secrets, List<ConfigProblem> problems) {
        if (written instanceof Secret sealed) {
            return Optional.of(sealed);
        }
        try {
            return Optional.of(secrets.resolve(String.valueOf(written)));
        } catch (SecretReferenceException unresolved) {
            problems.add(new ConfigProblem(0, where, unresolved.expected(), unresolved.remedy()));
            return Optional.empty();
        }
    }

    /**
     * What came of a validation.
     *
     * @param settings to be used only without problems
     */
    public record Result(InstanceSettings settings, List<ConfigProblem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** The text or texts of a setting, for hosts that are declared as {@code setting:KEY}; empty when absent. */
    public List<String> hostTexts(String key) {
        return switch (values.get(key)) {
            case String text -> List.of(text);
            case List<?> texts -> texts.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    @Override
    public String text(String key) {
        return required(key, SettingType.TEXT, String.class);
    }

    @Override
    public Optional<String> optionalText(String key) {
        return Optional.ofNullable(typed(key, SettingType.TEXT, String.class));
    }

    @Override
    public List<String> texts(String key) {
        List<?> texts = typed(key, SettingType.TEXTS, List.class);
        return texts == null ? List.of() : texts.stream().map(String::valueOf).toList();
    }

    @Override
    public long number(String key) {
        return required(key, SettingType.NUMBER, Long.class);
    }

    @Override
    public boolean flag(String key) {
        return Boolean.TRUE.equals(typed(key, SettingType.FLAG, Boolean.class));
    }

    @Override
    public Duration duration(String key) {
        return required(key, SettingType.DURATION, Duration.class);
    }

    @Override
    public Secret secret(String key) {
        return required(key, SettingType.SECRET, Secret.class);
    }

    @Override
    public Optional<Secret> optionalSecret(String key) {
        return Optional.ofNullable(typed(key, SettingType.SECRET, Secret.class));
    }

    private <T> T required(String key, SettingType type, Class<T> as) {
        T value = typed(key, type, as);
        if (value == null) {
            throw new IllegalArgumentException("setting " + key + " is optional, has no default, and is absent");
        }
        return value;
    }

    private <T> @Nullable T typed(String key, SettingType type, Class<T> as) {
        SettingSpec spec = manifest.setting(key)
                .orElseThrow(() -> new IllegalArgumentException("the manifest declares no setting " + key));
        if (spec.type() != type) {
            throw new IllegalArgumentException(
                    "setting " + key + " is declared as " + spec.type().word() + ", not " + type.word());
        }
        return as.cast(values.get(key));
    }

    /** Keys only. */
    @Override
    public String toString() {
        return "InstanceSettings" + new TreeMap<>(values).keySet();
    }
}
