package io.heliograph.host.config;

import io.heliograph.kernel.DataCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads manifests. Unknown keys are problems, and all problems come at once, each with its line and a remedy. */
public final class ManifestReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.+-]{1,40}");
    private static final int LONGEST = 256 * 1024;
    private static final int MAX_CONCURRENCY = 256;
    private static final int DEFAULT_CONCURRENCY = 4;
    private static final Set<String> TOP = Set.of(
            "id",
            "version",
            "title",
            "spi",
            "kinds",
            "configuration",
            "recipients",
            "hosts",
            "dataCategories",
            "needs",
            "concurrency");
    private static final Set<String> RECIPIENT = Set.of(
            "name",
            "country",
            "role",
            "transferBasis",
            "retention",
            "trainsOnInput",
            "privacyPage",
            "processingAgreement");

    private ManifestReader() {}

    /** Reads a manifest. @throws ManifestException with every problem at once. */
    public static Manifest read(String text) throws ManifestException {
        List<ConfigProblem> problems = new ArrayList<>();
        YamlMap map = new YamlMap(top(text), "", problems);
        map.allow(TOP);
        Optional<String> id = map.parsed("id", true, matching(NAME), "lower-case words joined by hyphens");
        Optional<String> version = map.parsed("version", true, matching(VERSION), "a version such as 1.4.0");
        Optional<SpiRange> spi = map.parsed("spi", true, SpiRange::parse, "a range such as 0.1 or \">=0.1 <0.3\"");
        String title = map.text("title", false).or(() -> id).orElse("");
        Set<PluginKind> kinds = enums(map, "kinds", PluginKind::of, PluginKind.class, PluginKind::word);
        if (kinds.isEmpty()) {
            map.problem("kinds", "at least one kind was expected.", "Write kinds: [provider], for instance.");
        }
        List<SettingSpec> settings = settings(map);
        List<Recipient> recipients = new ArrayList<>();
        for (YamlMap recipient : map.maps("recipients", "name")) {
            recipient(recipient).ifPresent(recipients::add);
        }
        List<HostPattern> hosts = map.list("hosts", HostPattern::parse, "a host, *.host, host:port or setting:key");
        for (HostPattern host : hosts) {
            if (host.form() == HostPattern.Form.SETTING
                    && settings.stream()
                            .noneMatch(s -> s.key().equals(host.name())
                                    && (s.type() == SettingType.TEXT || s.type() == SettingType.TEXTS))) {
                map.problem("hosts", host + " names no text setting.", "Declare the setting or name another.");
            }
        }
        Set<DataCategory> categories =
                enums(map, "dataCategories", ManifestReader::category, DataCategory.class, DataCategory::name);
        Set<Need> needs = enums(map, "needs", Need::of, Need.class, Need::word);
        long concurrency = map.parsed(
                        "concurrency",
                        false,
                        number -> YamlMap.number(number).filter(n -> n >= 1 && n <= MAX_CONCURRENCY),
                        "a number from 1 to " + MAX_CONCURRENCY)
                .orElse((long) DEFAULT_CONCURRENCY);
        if (!problems.isEmpty() || id.isEmpty() || version.isEmpty() || spi.isEmpty()) {
            throw new ManifestException(problems);
        }
        return new Manifest(
                id.get(), version.get(), title, spi.get(), kinds, settings, recipients, hosts, categories, needs, (int)
                        concurrency);
    }

    private static MappingNode top(String text) throws ManifestException {
        if (text.length() > LONGEST) {
            throw single(0, "the manifest is longer than " + LONGEST + " characters.", "Shorten it.");
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(12);
        @Nullable Node node;
        try {
            node = new Yaml(options).compose(new java.io.StringReader(text));
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 0
                    : malformed.getProblemMark().getLine() + 1;
            throw single(line, "this is not YAML: " + malformed.getProblem() + ".", "Correct the syntax.");
        } catch (YAMLException malformed) {
            throw single(0, "this is not YAML that is taken here.", "Use plain mappings, lists and texts.");
        }
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw single(1, "a mapping was expected.", "Begin with id: name-of-the-plugin.");
    }

    private static ManifestException single(int line, String expected, String remedy) {
        return new ManifestException(List.of(new ConfigProblem(line, "(top)", expected, remedy)));
    }

    private static List<SettingSpec> settings(YamlMap map) {
        List<SettingSpec> settings = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (YamlMap setting : map.maps("configuration", "key")) {
            SettingReader.read(setting).ifPresent(spec -> {
                if (keys.add(spec.key())) {
                    settings.add(spec);
                } else {
                    setting.problem("key", spec.key() + " is declared twice.", "Keep one of them.");
                }
            });
        }
        return settings;
    }

    private static Optional<Recipient> recipient(YamlMap map) {
        map.allow(RECIPIENT);
        Optional<String> name = map.text("name", true);
        Optional<String> country =
                map.parsed("country", true, matching(Pattern.compile("[A-Z]{2}")), "a two-letter country code");
        Optional<Recipient.Role> role =
                map.parsed("role", true, word -> word(Recipient.Role.class, word), "processor or controller");
        Optional<String> retention = map.text("retention", true);
        Optional<Recipient.TrainsOnInput> trains = map.parsed(
                "trainsOnInput", true, word -> word(Recipient.TrainsOnInput.class, word), "yes, no or unknown");
        Optional<String> basis = map.text("transferBasis", false);
        Optional<String> page = map.text("privacyPage", false);
        Optional<String> agreement = map.text("processingAgreement", false);
        if (name.isEmpty() || country.isEmpty() || role.isEmpty() || retention.isEmpty() || trains.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Recipient(
                name.get(), country.get(), role.get(), basis, retention.get(), trains.get(), page, agreement));
    }

    static Function<String, Optional<String>> matching(Pattern pattern) {
        return text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Optional<DataCategory> category(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(DataCategory.values())
                .filter(category -> category.name().equals(name))
                .findFirst();
    }

    private static <E extends Enum<E>> Set<E> enums(
            YamlMap map, String key, Function<String, Optional<E>> reader, Class<E> type, Function<E, String> word) {
        Set<E> found = EnumSet.noneOf(type);
        String words = String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(word).toList());
        found.addAll(map.list(key, reader, "one of " + words));
        return found;
    }

    /** Reads the declaration of one setting. */
    private static final class SettingReader {
        private static final Set<String> KEYS =
                Set.of("key", "type", "required", "default", "min", "max", "allowed", "title", "help");

        static Optional<SettingSpec> read(YamlMap map) {
            map.allow(KEYS);
            Optional<String> key = map.parsed("key", true, matching(NAME), "lower-case words joined by hyphens");
            Optional<SettingType> type =
                    map.parsed("type", true, SettingType::of, "one of text, texts, number, flag, duration, secret");
            boolean required = map.flag("required", false);
            OptionalLong min = number(map, "min");
            OptionalLong max = number(map, "max");
            List<String> allowed = map.list("allowed", Optional::of, "a text");
            String title = map.text("title", false).or(() -> key).orElse("");
            String help = map.text("help", false).orElse("");
            if (key.isEmpty() || type.isEmpty()) {
                return Optional.empty();
            }
            SettingSpec bare =
                    new SettingSpec(key.get(), type.get(), required, Optional.empty(), min, max, allowed, title, help);
            return Optional.of(withDefault(map, bare));
        }

        private static SettingSpec withDefault(YamlMap map, SettingSpec bare) {
            if (!map.keys().contains("default")) {
                return bare;
            }
            if (bare.type() == SettingType.SECRET) {
                map.problem("default", "a secret has no default.", "Remove the default.");
                return bare;
            }
            Object raw = bare.type() == SettingType.TEXTS
                    ? map.list("default", Optional::of, "a text")
                    : map.text("default", true).orElse("");
            SettingValues.Checked checked = SettingValues.check(bare, raw);
            checked.expected()
                    .ifPresent(expected -> map.problem("default", expected + " was expected.", "Correct the default."));
            return new SettingSpec(
                    bare.key(),
                    bare.type(),
                    bare.required(),
                    checked.value(),
                    bare.min(),
                    bare.max(),
                    bare.allowed(),
                    bare.title(),
                    bare.help());
        }

        private static OptionalLong number(YamlMap map, String key) {
            return map.parsed(key, false, YamlMap::number, "a whole number")
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        }
    }
}
