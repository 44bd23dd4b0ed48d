package io.heliograph.app.config;

import io.heliograph.host.secrets.ReferenceSecrets;
import io.heliograph.host.secrets.SecretReferenceException;
import io.heliograph.host.secrets.SecretSource;
import io.heliograph.policy.rules.OperatorRule;
import io.heliograph.spi.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The checked configuration. Asking for a key that {@link ConfigKeys} does not have is a mistake of the program. */
public final class Configuration {
    /** How the keys of instances begin. */
    public static final String INSTANCES = "instances.";

    private final Optional<Path> file;
    private final Map<String, ConfigValue> values;
    private final Map<String, String> environment;
    private final SecretSource secrets;

    Configuration(Optional<Path> file, Map<String, ConfigValue> values, Map<String, String> environment) {
        this.file = file;
        this.values = new LinkedHashMap<>(values);
        this.environment = environment;
        this.secrets = new ReferenceSecrets(
                environment,
                file.map(Path::toAbsolutePath)
                        .map(Path::getParent)
                        .orElseGet(() -> Path.of("").toAbsolutePath()));
    }

    /** The same file and environment with other values: the layer below was put under them. */
    Configuration with(Map<String, ConfigValue> others) {
        return new Configuration(file, others, environment);
    }

    /** The file it was read from. */
    public Optional<Path> file() {
        return file;
    }

    /** Every value with its origin, in the order of the sample file. */
    public Collection<ConfigValue> values() {
        return List.copyOf(values.values());
    }

    Map<String, String> environment() {
        return environment;
    }

    /** One value; empty where there is neither one nor a default. */
    public Optional<ConfigValue> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** A text that is always there. */
    public String text(String key) {
        return optionalText(key).orElseThrow(() -> new IllegalArgumentException("no value for " + key));
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(String key) {
        if (ConfigKeys.find(key).isEmpty()) {
            throw new IllegalArgumentException("no such key: " + key);
        }
        return Optional.ofNullable(values.get(key)).map(ConfigValue::text);
    }

    /** A whole number. */
    public long number(String key) {
        return Long.parseLong(text(key));
    }

    /** A whole number that fits an int. */
    public int integer(String key) {
        return Math.toIntExact(number(key));
    }

    /** A switch. */
    public boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    /** A length of time. */
    public Duration duration(String key) {
        return parseDuration(text(key));
    }

    /** A list of texts; empty when absent. */
    public List<String> texts(String key) {
        return value(key).map(ConfigValue::items).orElse(List.of());
    }

    /**
     * A secret, read from where its reference points.
     *
     * @throws SecretReferenceException if it is not there any more
     */
    public Optional<Secret> secret(String key) throws SecretReferenceException {
        Optional<String> reference = optionalText(key);
        return reference.isEmpty() ? Optional.empty() : Optional.of(secrets.resolve(reference.get()));
    }

    /** Where references to secrets lead: the environment, and files from the folder of the configuration file on. */
    public SecretSource secrets() {
        return secrets;
    }

    /** Names of the configured instances, in the order of the file. */
    public Set<String> instanceNames() {
        return namesUnder(INSTANCES);
    }

    /** The names that the operator chose for what stands under {@code prefix}, in the order of the file. */
    Set<String> namesUnder(String prefix) {
        Set<String> names = new LinkedHashSet<>();
        values.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> names.add(key.substring(prefix.length()).split("\\.")[0]));
        return names;
    }

    /** The operator's rules, in the order of the file; all of them compile. */
    public List<OperatorRule> rules() {
        return List.copyOf(new RuleCheck(this).rules());
    }

    /** The settings of one instance by their names within the plugin: texts, lists of texts, and secrets. */
    public Map<String, Object> instanceSettings(String instance) {
        String prefix = INSTANCES + instance + ".settings.";
        Map<String, Object> settings = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                settings.put(key.substring(prefix.length()), plain(value));
            }
        });
        return settings;
    }

    private static Object plain(ConfigValue value) {
        if (value.sealed().isPresent()) {
            return value.sealed().get();
        }
        return value.list() ? value.items() : value.text();
    }

    static Duration parseDuration(String text) {
        String unit = text.replaceAll("\\d", "");
        long amount = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException("not a length of time: " + text);
        };
    }
}
