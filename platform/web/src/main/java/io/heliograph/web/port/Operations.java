package io.heliograph.web.port;

import io.heliograph.core.generation.RecipientView;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What administrators see and set: health, plugins, settings, the wizard. Changes are audited by core. */
public interface Operations {
    /** How things stand. */
    Health health(Locale locale);

    /** Plugins with their instances, by kind and name, at most 200. */
    List<PluginView> plugins(Locale locale);

    /** Calls an instance once, for real; empty if there is none. Takes at most 30 s. */
    Optional<Trial> tryInstance(PrincipalId actor, String instance, Locale locale);

    /** All settings. */
    List<SettingView> settings(Locale locale);

    /**
     * Changes settings, all or none.
     *
     * @param values text, whole number ({@link Long}), switch or list of texts by key; empty goes back to the default
     * @throws io.heliograph.kernel.ProblemException {@code validation} (each key), {@code conflict} (locked keys)
     */
    List<SettingView> changeSettings(PrincipalId actor, Map<String, Optional<Object>> values, Locale locale);

    /** Changes of settings, the newest first. */
    Page<ChangeView> settingChanges(Optional<Cursor> from, int limit);

    /**
     * Takes a change back.
     *
     * @throws io.heliograph.kernel.ProblemException {@code not-found}, {@code conflict} (changed again since, or locked
     *     now), {@code validation} (what was before does not fit any more)
     */
    List<SettingView> undoSettingChange(PrincipalId actor, long change, Locale locale);

    /** Steps of the wizard that are done; empty set on a fresh installation. */
    WizardView wizard();

    /** Remembers that a step is done. */
    WizardView completeStep(PrincipalId actor, String step);

    /** Parts that are installed: {@code video}, {@code upload}, {@code mail}, ... */
    List<String> features();

    /** How things stand. @param status {@code ok}, {@code degraded} or {@code down} */
    record Health(
            String status,
            Instant startedAt,
            List<Check> checks,
            OptionalLong queued,
            OptionalLong running,
            OptionalLong failedLastDay,
            OptionalLong succeededLastDay,
            OptionalLong storageUsedBytes,
            OptionalLong storageFreeBytes,
            OptionalLong people) {}

    /** One check. */
    record Check(String id, String title, String status, Optional<String> detail, Optional<String> remedy) {}

    /** Something that failed, and what to do. */
    record Fault(String what, Optional<String> remedy) {}

    /**
     * A plugin.
     *
     * @param state {@code started}, {@code failed}, {@code disabled} or {@code rejected}
     * @param instanceSettings what a new instance can be told; keys without {@code instances.NAME.} before them
     */
    record PluginView(
            String id,
            String name,
            Optional<String> description,
            String version,
            Optional<String> spiVersion,
            Optional<String> licence,
            List<String> kinds,
            String state,
            Optional<Fault> failure,
            boolean bundled,
            List<String> hosts,
            List<String> dataCategories,
            List<RecipientView> recipients,
            List<String> needs,
            boolean remoteErasure,
            List<SettingView> instanceSettings,
            List<InstanceView> instances) {}

    /**
     * An instance.
     *
     * @param state {@code ready}, {@code failing}, {@code open}, {@code failed} or {@code disabled}
     * @param source {@code embedded}, {@code file} or {@code database}
     */
    record InstanceView(
            String id,
            String state,
            boolean local,
            OptionalInt running,
            OptionalInt concurrency,
            OptionalInt models,
            Optional<Instant> lastFailureAt,
            Optional<Fault> failure,
            String source,
            List<SettingView> configuration) {}

    /** What a trial gave. */
    record Trial(boolean ok, List<TrialStep> steps, List<String> sends) {}

    /** One step of a trial. */
    record TrialStep(String title, boolean ok, OptionalLong millis, Optional<String> detail) {}

    /**
     * A setting.
     *
     * @param group {@code access}, {@code operator}, {@code retention}, ...
     * @param type one of the words that the contract lists for a setting
     * @param value text, {@link Long}, {@link Boolean} or list of texts; never there for a secret
     * @param origin {@code default}, {@code file}, {@code environment} or {@code database}
     * @param needsRestart a change of it takes effect at the next start
     * @param pending it was changed, and the process still works with the value before
     * @param problem why the stored value is left out, and what to do
     */
    record SettingView(
            String key,
            String group,
            String title,
            Optional<String> description,
            String type,
            List<String> choices,
            OptionalLong minimum,
            OptionalLong maximum,
            Optional<Object> value,
            Optional<Object> defaultValue,
            boolean isSet,
            String origin,
            Optional<String> originDetail,
            boolean locked,
            boolean needsRestart,
            boolean pending,
            Optional<String> problem) {
        /** The same, locked since the file names the whole it belongs to. */
        public SettingView lockedByFile() {
            return new SettingView(
                    key,
                    group,
                    title,
                    description,
                    type,
                    choices,
                    minimum,
                    maximum,
                    value,
                    defaultValue,
                    isSet,
                    "file",
                    originDetail,
                    true,
                    needsRestart,
                    pending,
                    problem);
        }
    }

    /**
     * A change of settings.
     *
     * @param by address of who made it; empty for a command, or somebody who is gone
     * @param undoes the change that it took back
     * @param canUndo nothing of it was changed since
     */
    record ChangeView(
            long id,
            Instant at,
            Optional<String> by,
            OptionalLong undoes,
            boolean canUndo,
            List<ChangedSetting> settings) {}

    /** A setting of a change; of a secret neither text. */
    record ChangedSetting(String key, Optional<String> before, Optional<String> after, boolean secret) {}

    /** The wizard. @param done ids of the steps that are done */
    record WizardView(boolean complete, List<String> done) {}
}
