package io.heliograph.app.wiring;

import io.heliograph.app.config.ConfigKey;
import io.heliograph.app.config.ConfigValue;
import io.heliograph.host.InstanceStatus;
import io.heliograph.host.PluginStatus;
import io.heliograph.host.config.HostPattern;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.Need;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.config.StoreRole;
import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.web.port.Operations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What administrators see of this process: health, plugins, settings with their origin, the wizard's steps. */
final class OperationsJoin implements Operations {
    private final Office office;
    private final HealthChecks checks;
    private final Wizard wizard;
    private final Instant startedAt;

    OperationsJoin(Office office, HealthChecks checks, Wizard wizard) {
        this.office = office;
        this.checks = checks;
        this.wizard = wizard;
        this.startedAt = office.clock().instant();
    }

    @Override
    public Health health(Locale locale) {
        List<Check> all = checks.all();
        String status = all.stream().anyMatch(check -> check.status().equals("down"))
                ? "down"
                : all.stream().allMatch(check -> check.status().equals("ok")) ? "ok" : "degraded";
        return new Health(
                status,
                startedAt,
                all,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                checks.freeBytes(),
                OptionalLong.empty());
    }

    @Override
    public List<PluginView> plugins(Locale locale) {
        return office.instances().plugins().stream().map(this::plugin).toList();
    }

    /** The contract's word for a kind; plugins' folders begin with the same one. */
    private static String word(PluginKind kind) {
        return switch (kind) {
            case PROVIDER -> "provider";
            case STORE -> "storage";
            case IDENTITY -> "auth";
            case POLICY -> "policy";
            case PAYMENT -> "payment";
            case MAIL -> "mail";
        };
    }

    private PluginView plugin(PluginStatus plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        boolean failed = plugin.state() == PluginStatus.State.FAILED;
        return new PluginView(
                plugin.id(),
                manifest.map(Manifest::title).orElse(plugin.id()),
                Optional.empty(),
                plugin.version().isEmpty() ? "unknown" : plugin.version(),
                manifest.map(known -> known.spi().toString()),
                Optional.empty(),
                manifest.stream()
                        .flatMap(known -> known.kinds().stream())
                        .map(OperationsJoin::word)
                        .toList(),
                failed ? "failed" : "ready",
                failed ? Optional.of(new Fault(plugin.sentence(), Optional.of(plugin.remedy()))) : Optional.empty(),
                plugin.bundled(),
                manifest.stream()
                        .flatMap(known -> known.hosts().stream())
                        .map(HostPattern::toString)
                        .toList(),
                manifest.stream()
                        .flatMap(known -> known.dataCategories().stream())
                        .map(category -> category.name().toLowerCase(Locale.ROOT))
                        .toList(),
                List.of(),
                manifest.stream()
                        .flatMap(known -> known.needs().stream())
                        .map(Need::word)
                        .toList(),
                false,
                Optional.empty(),
                office.instances().instances().stream()
                        .filter(instance -> instance.plugin().equals(plugin.id()))
                        .map(OperationsJoin::instance)
                        .toList());
    }

    private static InstanceView instance(InstanceStatus instance) {
        Optional<Fault> fault = instance.problems().stream()
                .findFirst()
                .map(problem -> new Fault(problem.key() + ": " + problem.expected(), Optional.of(problem.remedy())));
        return new InstanceView(
                instance.id().value(),
                instance.isRunning() ? "ready" : "failed",
                true,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                fault,
                List.of());
    }

    @Override
    public Optional<Trial> tryInstance(PrincipalId actor, String instance, Locale locale) {
        return office.instances().instances().stream()
                .filter(status -> status.id().value().equals(instance))
                .findFirst()
                .map(status -> {
                    List<TrialStep> steps = new ArrayList<>();
                    steps.add(new TrialStep(
                            "Loaded and configured",
                            status.isRunning(),
                            OptionalLong.empty(),
                            status.problems().stream().findFirst().map(problem -> problem.expected())));
                    return new Trial(status.isRunning(), steps, List.of());
                });
    }

    @Override
    public List<SettingView> settings(Locale locale) {
        List<SettingView> views = new ArrayList<>();
        for (ConfigValue value : office.configuration().values()) {
            if (!value.name().startsWith("instances.")) {
                views.add(setting(value));
            }
        }
        return views;
    }

    private static SettingView setting(ConfigValue value) {
        boolean secret = value.key().type() == ConfigKey.Type.SECRET;
        boolean file = value.line().isPresent();
        return new SettingView(
                value.name(),
                group(value.name()),
                value.name(),
                Optional.of(value.key().meaning()),
                type(value.key().type()),
                value.key().allowed(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                secret ? Optional.empty() : Optional.of(value.text()),
                value.key().defaultText().map(text -> text),
                true,
                file ? "file" : value.origin().equals("environment") ? "environment" : "default",
                file ? Optional.of(value.place()) : Optional.empty(),
                true,
                true);
    }

    private static String group(String name) {
        String head = name.substring(0, Math.max(name.indexOf('.'), 0));
        return switch (head) {
            case "accounts" -> "access";
            case "operator" -> "operator";
            case "retention" -> "retention";
            default -> head.isEmpty() ? "server" : head;
        };
    }

    private static String type(ConfigKey.Type type) {
        return switch (type) {
            case NUMBER, PORT -> "integer";
            case FLAG -> "boolean";
            case DURATION -> "duration";
            case CHOICE -> "choice";
            case SECRET -> "secret";
            default -> "text";
        };
    }

    @Override
    public List<SettingView> changeSettings(PrincipalId actor, Map<String, Optional<Object>> values, Locale locale) {
        throw ProblemException.fields(
                ProblemType.CONFLICT,
                values.keySet().stream()
                        .map(key ->
                                new FieldError("/" + key, "locked", "a change of heliograph.yaml or the environment"))
                        .toList());
    }

    @Override
    public WizardView wizard() {
        return wizard.view();
    }

    @Override
    public WizardView completeStep(PrincipalId actor, String step) {
        return wizard.complete(step);
    }

    @Override
    public List<String> features() {
        return Stream.of(
                        Optional.of("upload")
                                .filter(word -> office.instances()
                                        .store(StoreRole.MEDIA)
                                        .isPresent()),
                        Optional.of("video")
                                .filter(word -> !office.instances().providers().isEmpty()),
                        Optional.of("mail")
                                .filter(word -> !office.instances().mailers().isEmpty()))
                .flatMap(Optional::stream)
                .toList();
    }
}
