package io.heliograph.web.port;

import io.heliograph.core.generation.RecipientView;
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
     * @param configurationSchema JSON Schema as text
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
            Optional<String> configurationSchema,
            List<InstanceView> instances) {}

    /** An instance. @param state {@code ready}, {@code failing}, {@code open}, {@code failed} or {@code disabled} */
    record InstanceView(
            String id,
            String state,
            boolean local,
            OptionalInt running,
            OptionalInt concurrency,
            OptionalInt models,
            Optional<Instant> lastFailureAt,
            Optional<Fault> failure,
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
            boolean needsRestart) {}

    /** The wizard. @param done ids of the steps that are done */
    record WizardView(boolean complete, List<String> done) {}
}
