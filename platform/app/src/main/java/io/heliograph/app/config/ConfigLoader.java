package io.heliograph.app.config;

import io.heliograph.host.config.NearestKey;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code heliograph.yaml} and the environment over it ({@code HELIOGRAPH_SERVER_PORT} for {@code server.port}), and
 * finds every problem in one go.
 */
public final class ConfigLoader {
    static final String PREFIX = "heliograph.";
    private static final String ENVIRONMENT = ConfigValue.ENVIRONMENT;
    static final String VARIABLE_PREFIX = "HELIOGRAPH_";
    private static final int ENVIRONMENT_ORDINAL = 300;

    /** Variables that are not keys: they tell the launcher about itself. */
    private static final Set<String> LAUNCHER_VARIABLES = Set.of(
            "HELIOGRAPH_PROGRAM",
            "HELIOGRAPH_HOME",
            "HELIOGRAPH_CHROMIUM",
            "HELIOGRAPH_JAVA_OPTS",
            "HELIOGRAPH_START_CACHE");

    private final Map<String, String> environment;

    /** A loader that sees these environment variables. */
    public ConfigLoader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Loads the file, or the environment and the defaults alone where there is none.
     *
     * @throws ConfigException with every problem
     */
    public Configuration load(Optional<Path> file) throws ConfigException {
        String origin = file.map(Path::toString).orElse("no file");
        YamlValues yaml = YamlValues.read(origin, file.isEmpty() ? "" : text(file.get()));
        List<ConfigProblem> problems = new ArrayList<>(yaml.problems());
        unknownKeys(yaml, origin, problems);
        unknownVariables(problems);

        SmallRyeConfig layers = layers(origin, yaml);
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        for (String name : names(yaml)) {
            ConfigKey key = ConfigKeys.find(name).orElseThrow();
            io.smallrye.config.ConfigValue raw = layers.getConfigValue(PREFIX + name);
            YamlValues.Located located = yaml.values().get(name);
            if (raw.getValue() == null) {
                continue;
            }
            ConfigValue value = value(key, name, raw, located, origin);
            problems.addAll(ValueCheck.problems(value));
            values.put(name, value);
        }
        Configuration configuration = new Configuration(file, values, environment);
        problems.addAll(new RuleCheck(configuration).problems());
        if (problems.isEmpty()) {
            new CrossCheck(configuration).found().forEach(found -> problems.add(found.problem()));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return configuration;
    }

    private static String text(Path file) throws ConfigException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ConfigException(List.of(new ConfigProblem(
                    file.toString(),
                    OptionalInt.empty(),
                    "",
                    unreadable instanceof NoSuchFileException ? "there is no such file" : "the file cannot be read",
                    "Check that it exists, is UTF-8 and may be read by this user.")));
        }
    }

    private static ConfigValue value(
            ConfigKey key,
            String name,
            io.smallrye.config.ConfigValue raw,
            YamlValues.@org.jspecify.annotations.Nullable Located located,
            String origin) {
        String source = String.valueOf(raw.getConfigSourceName());
        if (source.contains("Env")) {
            return new ConfigValue(
                    key, name, raw.getValue(), false, Optional.empty(), ENVIRONMENT, OptionalInt.empty());
        }
        return located == null
                ? new ConfigValue(
                        key, name, raw.getValue(), false, Optional.empty(), ConfigValue.DEFAULT, OptionalInt.empty())
                : new ConfigValue(
                        key,
                        name,
                        raw.getValue(),
                        located.list(),
                        Optional.empty(),
                        origin,
                        OptionalInt.of(located.line()));
    }

    private SmallRyeConfig layers(String origin, YamlValues yaml) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (String name : names(yaml)) {
            ConfigKeys.find(name)
                    .flatMap(ConfigKey::defaultText)
                    .ifPresent(text -> defaults.put(PREFIX + name, text.equals("[]") ? "" : text));
        }
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new FileSource(origin, yaml.values()), new EnvConfigSource(environment, ENVIRONMENT_ORDINAL))
                .withDefaultValues(defaults)
                .build();
    }

    /** Every fixed key, and for everything that the file names (instances, rules) all keys that such a thing has. */
    private static List<String> names(YamlValues yaml) {
        List<String> names = new ArrayList<>();
        for (ConfigKey key : ConfigKeys.all()) {
            if (!key.name().contains("*")) {
                names.add(key.name());
            } else if (key.type() != ConfigKey.Type.FREE) {
                named(yaml, key.name().substring(0, key.name().indexOf('*')))
                        .forEach(chosen -> names.add(key.name().replace("*", chosen)));
            }
        }
        yaml.values().keySet().stream()
                .filter(name -> ConfigKeys.find(name)
                        .filter(key -> key.type() == ConfigKey.Type.FREE)
                        .isPresent())
                .forEach(names::add);
        return names;
    }

    /** What the operator named under {@code prefix}. */
    private static Set<String> named(YamlValues yaml, String prefix) {
        return yaml.values().keySet().stream()
                .filter(name -> name.startsWith(prefix)
                        && name.substring(prefix.length()).contains("."))
                .map(name -> name.substring(prefix.length()).split("\\.")[0])
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void unknownKeys(YamlValues yaml, String origin, List<ConfigProblem> problems) {
        List<String> known = ConfigKeys.all().stream().map(ConfigKey::name).toList();
        yaml.values().forEach((name, located) -> {
            if (ConfigKeys.find(name).isEmpty()) {
                problems.add(new ConfigProblem(
                        origin, OptionalInt.of(located.line()), name, "there is no such key", meant(name, known)));
            }
        });
        yaml.values().keySet().removeIf(name -> ConfigKeys.find(name).isEmpty());
    }

    /** What somebody may have meant by a key that is not there. */
    static String meant(String name) {
        return meant(name, ConfigKeys.all().stream().map(ConfigKey::name).toList());
    }

    private static String meant(String name, List<String> known) {
        String[] segments = name.split("\\.");
        String pattern = name;
        for (String prefix : List.of("instances.", RuleCheck.PREFIX)) {
            int stars = prefix.split("\\.").length;
            if (name.startsWith(prefix) && segments.length > stars + 1) {
                pattern = prefix + "*." + String.join(".", List.of(segments).subList(stars + 1, segments.length));
            }
        }
        return NearestKey.of(pattern, known)
                .map(near -> "Did you mean " + near + "?")
                .orElse("Remove it; `config sample` prints every key.");
    }

    private void unknownVariables(List<ConfigProblem> problems) {
        Set<String> known = ConfigKeys.all().stream()
                .map(key -> VARIABLE_PREFIX + variable(key.name()))
                .collect(Collectors.toSet());
        environment.keySet().stream()
                .filter(name -> name.startsWith(VARIABLE_PREFIX + "") && !LAUNCHER_VARIABLES.contains(name))
                .filter(name -> !name.startsWith(VARIABLE_PREFIX + "INSTANCES_"))
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(new ConfigProblem(
                        ENVIRONMENT,
                        OptionalInt.empty(),
                        name,
                        "there is no such variable",
                        NearestKey.of(name, known)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Unset it."))));
    }

    /** A key as it stands in the environment. */
    static String variable(String name) {
        return name.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
