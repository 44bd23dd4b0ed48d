package io.heliograph.app.wiring;

import io.heliograph.core.generation.RecipientView;
import io.heliograph.host.InstanceStatus;
import io.heliograph.host.PluginStatus;
import io.heliograph.host.config.HostPattern;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.Need;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.guard.InstanceHealth;
import io.heliograph.web.port.Operations.Fault;
import io.heliograph.web.port.Operations.InstanceView;
import io.heliograph.web.port.Operations.PluginView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plugins with their instances as administrators see them: what each may reach, how it fares, how it is configured. */
final class PluginShelf {
    private final Office office;
    private final SettingViews settings;

    PluginShelf(Office office, SettingViews settings) {
        this.office = office;
        this.settings = settings;
    }

    List<PluginView> all() {
        Map<String, InstanceStatus> running = office.instances().instances().stream()
                .collect(Collectors.toMap(status -> status.id().value(), Function.identity()));
        List<InstancePlan.Planned> plan = InstancePlan.all(office.configuration());
        return office.instances().plugins().stream()
                .map(plugin -> view(plugin, plan, running))
                .toList();
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

    private PluginView view(PluginStatus plugin, List<InstancePlan.Planned> plan, Map<String, InstanceStatus> running) {
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
                        .map(PluginShelf::word)
                        .toList(),
                failed ? "failed" : "started",
                failed ? Optional.of(new Fault(plugin.sentence(), Optional.of(plugin.remedy()))) : Optional.empty(),
                plugin.bundled(),
                manifest.stream()
                        .flatMap(known -> known.hosts().stream())
                        .map(HostPattern::toString)
                        .toList(),
                manifest.stream()
                        .flatMap(known -> known.dataCategories().stream())
                        .map(category -> category.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                manifest.stream()
                        .flatMap(known -> known.recipients().stream())
                        .map(RecipientView::of)
                        .toList(),
                manifest.stream()
                        .flatMap(known -> known.needs().stream())
                        .map(Need::word)
                        .sorted()
                        .toList(),
                erasesRemotely(plugin),
                manifest.map(known -> settings.ofInstance(known, Optional.empty()))
                        .orElse(List.of()),
                plan.stream()
                        .filter(one -> one.config().plugin().equals(plugin.id()))
                        .map(one -> instance(
                                one,
                                manifest,
                                Optional.ofNullable(
                                        running.get(one.config().id().value()))))
                        .toList());
    }

    private boolean erasesRemotely(PluginStatus plugin) {
        return office.instances().providers().stream()
                .anyMatch(provider -> provider.manifest().id().equals(plugin.id())
                        && provider.remoteErasure().isPresent());
    }

    private InstanceView instance(
            InstancePlan.Planned planned, Optional<Manifest> manifest, Optional<InstanceStatus> status) {
        Optional<InstanceHealth> health = status.flatMap(InstanceStatus::health);
        Optional<Fault> fault = status.flatMap(InstanceViews::fault);
        boolean local = status.filter(InstanceStatus::isRunning)
                .map(InstanceStatus::local)
                .orElseGet(() -> manifest.filter(known ->
                                known.hosts().isEmpty() && known.recipients().isEmpty())
                        .isPresent());
        return new InstanceView(
                planned.config().id().value(),
                planned.enabled() ? status.map(InstanceViews::state).orElse("failed") : "disabled",
                local,
                health.map(one -> OptionalInt.of(one.running())).orElse(OptionalInt.empty()),
                health.map(one -> OptionalInt.of(one.concurrency())).orElse(OptionalInt.empty()),
                OptionalInt.empty(),
                health.flatMap(InstanceHealth::lastFailureAt),
                planned.enabled() ? fault : Optional.empty(),
                planned.source().name().toLowerCase(Locale.ROOT),
                manifest.map(known -> settings.ofInstance(known, Optional.of(planned)))
                        .orElse(List.of()));
    }
}
