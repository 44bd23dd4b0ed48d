package io.heliograph.app.wiring;

import io.heliograph.app.config.ConfigKey;
import io.heliograph.app.config.ConfigKeys;
import io.heliograph.app.config.ConfigProblem;
import io.heliograph.app.config.ConfigValue;
import io.heliograph.app.config.Configuration;
import io.heliograph.app.config.DatabaseLayer;
import io.heliograph.core.setting.SettingBook;
import io.heliograph.core.setting.SettingValue;
import io.heliograph.host.Instances;
import io.heliograph.host.config.InstanceConfig;
import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where settings are changed, by the wizard, the admin page or a command: judged as a whole against all layers, written
 * and audited as one change, in force at once where the key says so.
 */
public final class SettingsDesk {
    private static final int MAX_RUNS = 5;

    private final LiveSettings live;
    private final SettingBook book;
    private final InstanceRules instances;

    SettingsDesk(LiveSettings live, SettingBook book, Instances instances) {
        this.live = live;
        this.book = book;
        this.instances = new InstanceRules(instances);
    }

    /**
     * Changes settings, all or none.
     *
     * @param actor who; empty for a command
     * @param wanted by key: text, number, switch or list of texts; empty, or a blank text, takes the key out of this layer
     * @throws ProblemException {@code conflict} naming keys that file or environment set or that cannot be kept here;
     *     {@code validation} naming each key that does not fit
     */
    public void change(Optional<PrincipalId> actor, Map<String, Optional<Object>> wanted) {
        Map<String, Optional<SettingValue>> values = new TreeMap<>();
        wanted.forEach((key, value) ->
                values.put(key, value.flatMap(plain -> instances.value(plugin(wanted, key), key, plain))));
        write(actor, OptionalLong.empty(), values);
    }

    /** The plugin of the instance a key belongs to: as it shall be, or as it is. */
    private Optional<String> plugin(Map<String, Optional<Object>> wanted, String key) {
        return InstanceRules.instanceOf(key).flatMap(name -> {
            String plugin = Configuration.INSTANCES + name + ".plugin";
            return Optional.ofNullable(wanted.get(plugin))
                    .flatMap(value -> value)
                    .map(String::valueOf)
                    .or(() -> live.get().optionalText(plugin))
                    .or(() -> InstancePlan.embedded(name).map(InstanceConfig::plugin));
        });
    }

    /**
     * Takes a change back.
     *
     * @throws ProblemException {@code not-found} if there is none, {@code conflict} if it cannot be taken back, and as
     *     {@link #change}
     */
    public void undo(Optional<PrincipalId> actor, long change) {
        if (change < 1 || change > book.version()) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        Map<String, Optional<SettingValue>> values = book.before(change)
                .filter(before -> before.keySet().stream().noneMatch(name -> name.startsWith(LiveSettings.OWN)))
                .orElseThrow(() -> ProblemException.of(ProblemType.CONFLICT, Map.of("reason", "changed-since")));
        write(actor, OptionalLong.of(change), values);
    }

    private void write(Optional<PrincipalId> actor, OptionalLong undoes, Map<String, Optional<SettingValue>> wanted) {
        for (int run = 0; run < MAX_RUNS; run++) {
            live.refresh();
            LiveSettings.State now = live.state();
            Map<String, Optional<SettingValue>> changes = completed(wanted, now);
            refuseLocked(changes.keySet(), now.configuration());
            judge(changes, now);
            if (book.write(actor, now.version(), undoes, changes).isPresent()) {
                live.refresh();
                return;
            }
        }
        throw ProblemException.of(ProblemType.CONFLICT, Map.of("reason", "changed-since"));
    }

    /** An instance without its plugin is gone with all of its keys; one that was embedded is named by its first key. */
    private static Map<String, Optional<SettingValue>> completed(
            Map<String, Optional<SettingValue>> wanted, LiveSettings.State now) {
        Map<String, Optional<SettingValue>> changes = new TreeMap<>(wanted);
        wanted.forEach((key, value) -> {
            Optional<String> instance = InstanceRules.instanceOf(key);
            if (instance.isEmpty()) {
                return;
            }
            String prefix = Configuration.INSTANCES + instance.get() + ".";
            String plugin = prefix + "plugin";
            if (key.equals(plugin) && value.isEmpty()) {
                now.stored().keySet().stream()
                        .filter(stored -> stored.startsWith(prefix))
                        .forEach(stored -> changes.put(stored, Optional.empty()));
            } else if (value.isPresent() && !now.stored().containsKey(plugin)) {
                InstancePlan.embedded(instance.get())
                        .ifPresent(embedded ->
                                changes.putIfAbsent(plugin, Optional.of(new SettingValue.Text(embedded.plugin()))));
            }
        });
        return changes;
    }

    private static void refuseLocked(Set<String> keys, Configuration now) {
        List<FieldError> locked = new ArrayList<>();
        for (String key : keys) {
            boolean fileOnly = ConfigKeys.find(key)
                    .filter(known -> known.reach() == ConfigKey.Reach.FILE_ONLY)
                    .isPresent();
            boolean set = now.value(key).filter(ConfigValue::locks).isPresent();
            boolean instanceOfFile = InstanceRules.instanceOf(key)
                    .flatMap(name -> now.value(Configuration.INSTANCES + name + ".plugin"))
                    .filter(ConfigValue::locks)
                    .isPresent();
            if (fileOnly || set || instanceOfFile) {
                locked.add(new FieldError(pointer(key), "locked", "a change of heliograph.yaml or the environment"));
            }
        }
        if (!locked.isEmpty()) {
            throw ProblemException.fields(ProblemType.CONFLICT, locked);
        }
    }

    private void judge(Map<String, Optional<SettingValue>> changes, LiveSettings.State now) {
        Map<String, SettingValue> stored = new TreeMap<>(now.stored());
        changes.forEach((key, value) -> value.ifPresentOrElse(set -> stored.put(key, set), () -> stored.remove(key)));
        DatabaseLayer.Layered layered = DatabaseLayer.under(live.files(), stored);
        List<FieldError> errors = new ArrayList<>();
        for (ConfigProblem problem : layered.problems()) {
            boolean ours = changes.containsKey(problem.key()) || !now.problems().contains(problem);
            if (ours) {
                errors.add(new FieldError(pointer(problem.key()), "invalid", expected(problem)));
            }
        }
        Set<String> touched = new LinkedHashSet<>();
        changes.keySet().forEach(key -> InstanceRules.instanceOf(key).ifPresent(touched::add));
        errors.addAll(instances.judge(touched, now.configuration(), layered.configuration()));
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.VALIDATION, errors);
        }
    }

    /** What was sent is never repeated. */
    private static String expected(ConfigProblem problem) {
        return problem.found().startsWith("\"") ? problem.remedy() : problem.found() + ". " + problem.remedy();
    }

    static String pointer(String key) {
        return "/values/" + key;
    }
}
