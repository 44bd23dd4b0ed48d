package io.heliograph.app.config;

import io.heliograph.core.setting.SettingValue;
import io.heliograph.spi.Secret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts what the database holds under file and environment, and over the defaults. What does not fit is left out and told
 * of, so that a bad value never keeps the service from starting. An instance that the file names is the file's alone.
 */
public final class DatabaseLayer {
    private final Configuration files;
    private final Map<String, ConfigValue> values = new HashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private DatabaseLayer(Configuration files) {
        this.files = files;
        files.values().forEach(value -> values.put(value.name(), value));
    }

    /**
     * What came of it.
     *
     * @param problems with the origin {@code database}; their keys are the stored ones that were left out
     */
    public record Layered(Configuration configuration, List<ConfigProblem> problems) {
        public Layered {
            problems = List.copyOf(problems);
        }
    }

    /** The configuration with {@code stored} under what {@code files} sets. */
    public static Layered under(Configuration files, Map<String, SettingValue> stored) {
        DatabaseLayer layer = new DatabaseLayer(files);
        Set<String> ofFile = files.instanceNames();
        new TreeMap<>(stored).forEach((name, value) -> layer.put(ofFile, name, value));
        layer.instanceDefaults();
        return layer.checked();
    }

    private void put(Set<String> ofFile, String name, SettingValue stored) {
        Optional<ConfigKey> key = ConfigKeys.find(name);
        if (key.isEmpty()) {
            problem(name, "there is no such key", ConfigLoader.meant(name));
        } else if (key.get().reach() == ConfigKey.Reach.FILE_ONLY) {
            problem(name, "it cannot be kept in the database", "Set it in the file or the environment.");
        } else if (!locked(ofFile, name)) {
            ConfigValue value = value(key.get(), name, stored);
            List<ConfigProblem> found = ValueCheck.problems(value);
            problems.addAll(found);
            if (found.isEmpty()) {
                values.put(name, value);
            }
        }
    }

    private boolean locked(Set<String> ofFile, String name) {
        boolean instanceOfFile = name.startsWith(Configuration.INSTANCES) && ofFile.contains(name.split("\\.")[1]);
        return instanceOfFile
                || Optional.ofNullable(values.get(name))
                        .filter(ConfigValue::locks)
                        .isPresent();
    }

    private static ConfigValue value(ConfigKey key, String name, SettingValue stored) {
        return switch (stored) {
            case SettingValue.Text text -> of(key, name, text.text(), false, Optional.empty());
            case SettingValue.Texts texts -> of(key, name, ConfigValue.joined(texts.items()), true, Optional.empty());
            case SettingValue.Hidden hidden -> of(key, name, "", false, Optional.of(hidden.secret()));
        };
    }

    private static ConfigValue of(ConfigKey key, String name, String text, boolean list, Optional<Secret> secret) {
        return new ConfigValue(key, name, text, list, secret, ConfigValue.DATABASE, OptionalInt.empty());
    }

    /** What an instance of the database does not say has its default, or what a variable says. */
    private void instanceDefaults() {
        Set<String> names = values.keySet().stream()
                .filter(name -> name.startsWith(Configuration.INSTANCES))
                .map(name -> name.split("\\.")[1])
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String instance : names) {
            for (ConfigKey key : ConfigKeys.all()) {
                if (key.name().startsWith(Configuration.INSTANCES) && key.type() != ConfigKey.Type.FREE) {
                    instanceDefault(key, key.name().replace("*", instance));
                }
            }
        }
    }

    private void instanceDefault(ConfigKey key, String name) {
        Optional<String> variable = Optional.ofNullable(
                files.environment().get(ConfigLoader.VARIABLE_PREFIX + ConfigLoader.variable(name)));
        if (variable.isPresent()) {
            ConfigValue value = new ConfigValue(
                    key, name, variable.get(), false, Optional.empty(), ConfigValue.ENVIRONMENT, OptionalInt.empty());
            problems.addAll(ValueCheck.problems(value));
            values.put(name, value);
        } else {
            key.defaultText()
                    .ifPresent(text -> values.putIfAbsent(
                            name,
                            new ConfigValue(
                                    key,
                                    name,
                                    text.equals("[]") ? "" : text,
                                    false,
                                    Optional.empty(),
                                    ConfigValue.DEFAULT,
                                    OptionalInt.empty())));
        }
    }

    /** Leaves out what does not go together until the rest does. */
    private Layered checked() {
        while (true) {
            Configuration merged = files.with(inOrder());
            List<CrossCheck.Found> culprits = new CrossCheck(merged)
                    .found().stream().filter(found -> fromHere(found.cause())).toList();
            if (culprits.isEmpty()) {
                return new Layered(merged, problems);
            }
            for (CrossCheck.Found found : culprits) {
                ConfigProblem problem = found.problem();
                String about = problem.key().equals(found.cause()) ? "" : problem.key() + ": ";
                problem(found.cause(), about + problem.found(), problem.remedy());
                leaveOut(found.cause());
            }
        }
    }

    private boolean fromHere(String cause) {
        return values.values().stream()
                .anyMatch(
                        value -> belongs(value.name(), cause) && value.origin().equals(ConfigValue.DATABASE));
    }

    private void leaveOut(String cause) {
        values.keySet().removeIf(name -> belongs(name, cause));
        ConfigKeys.find(cause)
                .flatMap(key -> key.defaultText()
                        .map(text -> new ConfigValue(
                                key, cause, text, false, Optional.empty(), ConfigValue.DEFAULT, OptionalInt.empty())))
                .ifPresent(value -> values.put(cause, value));
    }

    private static boolean belongs(String name, String cause) {
        return name.equals(cause) || name.startsWith(cause + ".");
    }

    private Map<String, ConfigValue> inOrder() {
        List<ConfigKey> keys = ConfigKeys.all();
        Map<String, ConfigValue> ordered = new LinkedHashMap<>();
        values.values().stream()
                .sorted(Comparator.comparingInt((ConfigValue value) -> keys.indexOf(value.key()))
                        .thenComparing(ConfigValue::name))
                .forEach(value -> ordered.put(value.name(), value));
        return ordered;
    }

    private void problem(String name, String found, String remedy) {
        problems.add(new ConfigProblem(ConfigValue.DATABASE, OptionalInt.empty(), name, found, remedy));
    }
}
