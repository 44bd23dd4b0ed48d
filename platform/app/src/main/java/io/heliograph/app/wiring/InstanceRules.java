package io.heliograph.app.wiring;

import io.heliograph.app.config.ConfigKey;
import io.heliograph.app.config.ConfigKeys;
import io.heliograph.app.config.Configuration;
import io.heliograph.core.setting.SettingValue;
import io.heliograph.host.Instances;
import io.heliograph.host.PluginStatus;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.host.config.InstanceSettings;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.config.SettingSpec;
import io.heliograph.host.config.SettingType;
import io.heliograph.host.config.StoreRole;
import io.heliograph.kernel.FieldError;
import io.heliograph.spi.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What fits an instance, by the manifest of its plugin; and what must never be switched off. */
final class InstanceRules {
    private static final int MAX_CONCURRENCY = 256;
    private static final String SETTINGS = ".settings.";

    private final Instances instances;

    InstanceRules(Instances instances) {
        this.instances = instances;
    }

    /** The instance a key belongs to. */
    static Optional<String> instanceOf(String key) {
        String[] parts = key.split("\\.");
        return parts.length > 2 && (parts[0] + ".").equals(Configuration.INSTANCES)
                ? Optional.of(parts[1])
                : Optional.empty();
    }

    /** What a plugin declares; empty while it is not loaded. */
    static Optional<Manifest> manifest(Instances instances, String plugin) {
        return instances.plugins().stream()
                .filter(status -> status.id().equals(plugin))
                .map(PluginStatus::manifest)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A plain value as it is kept: a plugin's secret hidden, a list as a list, a blank text as none. */
    Optional<SettingValue> value(Optional<String> plugin, String key, Object plain) {
        Optional<SettingType> ofPlugin = plugin.flatMap(id -> setting(id, key)).map(SettingSpec::type);
        if (plain instanceof Collection<?> items) {
            List<String> texts = items.stream().map(String::valueOf).toList();
            return texts.isEmpty() ? Optional.empty() : Optional.of(new SettingValue.Texts(texts));
        }
        String text = String.valueOf(plain).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (ofPlugin.equals(Optional.of(SettingType.SECRET))) {
            return Optional.of(new SettingValue.Hidden(Secret.of(text)));
        }
        boolean list = ofPlugin.equals(Optional.of(SettingType.TEXTS))
                || ConfigKeys.find(key)
                        .filter(known -> known.type() == ConfigKey.Type.TEXTS)
                        .isPresent();
        return Optional.of(list ? new SettingValue.Texts(List.of(text.split(" *, *"))) : new SettingValue.Text(text));
    }

    private Optional<SettingSpec> setting(String plugin, String key) {
        int at = key.indexOf(SETTINGS);
        return at < 0
                ? Optional.empty()
                : manifest(instances, plugin).flatMap(known -> known.setting(key.substring(at + SETTINGS.length())));
    }

    /** What is wrong with the touched instances of the configuration that would hold. */
    List<FieldError> judge(Set<String> touched, Configuration before, Configuration after) {
        List<FieldError> errors = new ArrayList<>();
        List<InstancePlan.Planned> plan = InstancePlan.all(after);
        plan.stream()
                .filter(one -> touched.contains(one.config().id().value()))
                .forEach(one -> errors.addAll(judge(one.config(), after)));
        if (!touched.isEmpty() && errors.isEmpty()) {
            List<InstanceConfig> was = InstancePlan.running(before);
            List<InstanceConfig> will = InstancePlan.running(after);
            keep(was, will, this::letsIn, "the last way to sign in stays on", touched, errors);
            keep(
                    was,
                    will,
                    one -> one.roles().contains(StoreRole.MEDIA),
                    "a store for media stays on",
                    touched,
                    errors);
        }
        return errors;
    }

    private List<FieldError> judge(InstanceConfig config, Configuration after) {
        String path = Configuration.INSTANCES + config.id();
        Optional<Manifest> manifest = manifest(instances, config.plugin());
        if (manifest.isEmpty()) {
            return List.of(
                    new FieldError(SettingsDesk.pointer(path + ".plugin"), "unknown", "a plugin that is loaded"));
        }
        List<FieldError> errors = new ArrayList<>();
        int concurrency = config.concurrency().orElse(1);
        if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
            errors.add(new FieldError(
                    SettingsDesk.pointer(path + ".concurrency"), "out-of-range", "1 to " + MAX_CONCURRENCY));
        }
        if (!config.roles().isEmpty() && !manifest.get().kinds().contains(PluginKind.STORE)) {
            errors.add(new FieldError(SettingsDesk.pointer(path + ".role"), "not-allowed", "no role: it is no store"));
        }
        InstanceSettings.validate(manifest.get(), config.settings(), path + ".settings", after.secrets())
                .problems()
                .forEach(problem -> errors.add(new FieldError(
                        SettingsDesk.pointer(problem.key()), "invalid", problem.expected() + " " + problem.remedy())));
        return errors;
    }

    private boolean letsIn(InstanceConfig config) {
        return manifest(instances, config.plugin())
                .filter(known -> known.kinds().contains(PluginKind.IDENTITY))
                .isPresent();
    }

    private static void keep(
            List<InstanceConfig> before,
            List<InstanceConfig> after,
            Predicate<InstanceConfig> what,
            String expected,
            Set<String> touched,
            List<FieldError> errors) {
        Set<String> had =
                before.stream().filter(what).map(config -> config.id().value()).collect(Collectors.toSet());
        if (!had.isEmpty() && after.stream().noneMatch(what)) {
            touched.stream()
                    .filter(had::contains)
                    .map(name -> SettingsDesk.pointer(Configuration.INSTANCES + name + ".enabled"))
                    .forEach(field -> errors.add(new FieldError(field, "needed", expected)));
        }
    }
}
