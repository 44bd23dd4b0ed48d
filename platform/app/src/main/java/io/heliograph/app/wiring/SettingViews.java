package io.heliograph.app.wiring;

import io.heliograph.app.config.ConfigKey;
import io.heliograph.app.config.ConfigKeys;
import io.heliograph.app.config.ConfigProblem;
import io.heliograph.app.config.ConfigValue;
import io.heliograph.app.config.Configuration;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.config.SettingSpec;
import io.heliograph.host.config.SettingType;
import io.heliograph.web.port.Operations.SettingView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Settings as pages show them: value, origin, whether it is locked, and when a change holds. */
final class SettingViews {
    private static final int MAX_CONCURRENCY = 256;

    private final LiveSettings live;

    SettingViews(LiveSettings live) {
        this.live = live;
    }

    /** Every key that is not an instance's, in the order of the sample file. */
    List<SettingView> all() {
        return ConfigKeys.all().stream()
                .filter(key -> !key.name().contains("*"))
                .map(key -> view(key, key.name(), key.name(), live.waitsForStart(key, key.name()), false))
                .toList();
    }

    /**
     * An instance's own keys and its plugin's settings.
     *
     * @param planned empty for the form of a new one, whose keys have no beginning yet
     */
    List<SettingView> ofInstance(Manifest manifest, Optional<InstancePlan.Planned> planned) {
        List<SettingView> views = new ArrayList<>();
        boolean restart = manifest.kinds().contains(PluginKind.POLICY);
        String prefix = planned.map(
                        one -> Configuration.INSTANCES + one.config().id() + ".")
                .orElse("");
        boolean locked =
                planned.filter(one -> one.source() == InstancePlan.Source.FILE).isPresent();
        for (String word : words(manifest)) {
            ConfigKey key =
                    ConfigKeys.find(Configuration.INSTANCES + "x." + word).orElseThrow();
            views.add(lockedIf(locked, view(key, prefix + word, word, false, restart)));
        }
        for (SettingSpec spec : manifest.settings()) {
            views.add(setting(spec, prefix + "settings." + spec.key(), locked, restart));
        }
        return views;
    }

    private static List<String> words(Manifest manifest) {
        List<String> words = new ArrayList<>(List.of("enabled"));
        if (manifest.kinds().contains(PluginKind.STORE)) {
            words.add("role");
        }
        words.add("concurrency");
        if (!manifest.hosts().isEmpty()) {
            words.add("local-hosts");
        }
        return words;
    }

    private SettingView view(ConfigKey key, String name, String title, boolean pending, boolean restart) {
        Optional<ConfigValue> value = live.get().value(name);
        boolean secret = key.type() == ConfigKey.Type.SECRET;
        boolean fileOnly = key.reach() == ConfigKey.Reach.FILE_ONLY;
        boolean concurrency = name.endsWith("concurrency");
        boolean number = key.type() == ConfigKey.Type.NUMBER || key.type() == ConfigKey.Type.PORT;
        return new SettingView(
                name,
                group(name),
                title,
                Optional.of(key.meaning()),
                type(key.type()),
                key.allowed(),
                number ? OptionalLong.of(concurrency ? 1 : 0) : OptionalLong.empty(),
                concurrency ? OptionalLong.of(MAX_CONCURRENCY) : OptionalLong.empty(),
                secret ? Optional.empty() : value.map(set -> plain(key.type(), set)),
                key.defaultText().map(text -> plain(key.type(), text)),
                value.filter(set -> !set.origin().equals(ConfigValue.DEFAULT)).isPresent(),
                origin(value),
                value.filter(set -> set.line().isPresent()).map(ConfigValue::place),
                fileOnly || value.filter(ConfigValue::locks).isPresent(),
                restart || key.reach() == ConfigKey.Reach.NEXT_START,
                pending,
                problem(name));
    }

    private SettingView setting(SettingSpec spec, String name, boolean locked, boolean restart) {
        Optional<ConfigValue> value = live.get().value(name);
        boolean secret = spec.type() == SettingType.SECRET;
        boolean bounded = spec.type() == SettingType.NUMBER;
        return new SettingView(
                name,
                "plugin",
                spec.title(),
                Optional.of(spec.help()).filter(help -> !help.isBlank()),
                type(spec),
                spec.allowed(),
                bounded ? spec.min() : OptionalLong.empty(),
                bounded ? spec.max() : OptionalLong.empty(),
                secret ? Optional.empty() : value.map(set -> plain(spec, set)),
                secret ? Optional.empty() : spec.defaultValue().map(SettingViews::written),
                value.isPresent(),
                origin(value),
                value.filter(set -> set.line().isPresent()).map(ConfigValue::place),
                locked || value.filter(ConfigValue::locks).isPresent(),
                restart,
                false,
                problem(name));
    }

    private static SettingView lockedIf(boolean locked, SettingView view) {
        return locked ? view.lockedByFile() : view;
    }

    private Optional<String> problem(String name) {
        return live.problems().stream()
                .filter(problem -> problem.key().equals(name))
                .map(problem -> problem.found() + ". " + problem.remedy())
                .findFirst();
    }

    private static String origin(Optional<ConfigValue> value) {
        return value.map(set -> set.line().isPresent() ? "file" : set.origin()).orElse(ConfigValue.DEFAULT);
    }

    private static Object plain(ConfigKey.Type type, ConfigValue value) {
        return type == ConfigKey.Type.TEXTS ? value.items() : plain(type, value.text());
    }

    private static Object plain(ConfigKey.Type type, String text) {
        return switch (type) {
            case NUMBER, PORT -> Long.valueOf(text);
            case FLAG -> Boolean.valueOf(text);
            case TEXTS -> text.equals("[]") || text.isEmpty() ? List.of() : List.of(text);
            default -> text;
        };
    }

    private static Object plain(SettingSpec spec, ConfigValue value) {
        try {
            return switch (spec.type()) {
                case NUMBER -> Long.valueOf(value.text());
                case FLAG -> Boolean.valueOf(value.text());
                case TEXTS -> value.list() ? value.items() : List.of(value.text());
                default -> value.text();
            };
        } catch (NumberFormatException misfit) {
            return value.text();
        }
    }

    /** A manifest's default as somebody would write it. */
    private static Object written(Object value) {
        return switch (value) {
            case Duration duration
            when duration.toSecondsPart() == 0 && duration.toMinutesPart() == 0 -> duration.toHours() + "h";
            case Duration duration when duration.toSecondsPart() == 0 -> duration.toMinutes() + "m";
            case Duration duration -> duration.toSeconds() + "s";
            default -> value;
        };
    }

    private static String group(String name) {
        String head = name.contains(".") ? name.substring(0, name.indexOf('.')) : "server";
        return switch (head) {
            case "accounts" -> "access";
            case "server" -> name.equals("server.public-url") ? "access" : "server";
            case "enabled", "role", "concurrency", "local-hosts", "instances" -> "plugin";
            default -> head;
        };
    }

    private static String type(ConfigKey.Type type) {
        return switch (type) {
            case NUMBER, PORT -> "integer";
            case FLAG -> "boolean";
            case DURATION -> "duration";
            case CHOICE -> "choice";
            case SECRET -> "secret";
            case TEXTS -> "list";
            case TEXT, ADDRESS, FREE -> "string";
        };
    }

    private static String type(SettingSpec spec) {
        return switch (spec.type()) {
            case TEXT -> spec.allowed().isEmpty() ? "string" : "choice";
            case TEXTS -> "list";
            case NUMBER -> "integer";
            case FLAG -> "boolean";
            case DURATION, SECRET -> spec.type().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Stored values that belong to no key any more. */
    List<ConfigProblem> strays() {
        return live.problems().stream()
                .filter(problem -> ConfigKeys.find(problem.key()).isEmpty())
                .toList();
    }
}
