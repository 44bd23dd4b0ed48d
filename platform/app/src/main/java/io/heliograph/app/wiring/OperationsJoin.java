package io.heliograph.app.wiring;

import io.heliograph.core.account.Person;
import io.heliograph.core.setting.SettingChange;
import io.heliograph.host.config.StoreRole;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.web.port.Operations;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What administrators see and set of this process: health, plugins, settings with their origin, the wizard's steps. */
final class OperationsJoin implements Operations {
    private final Office office;
    private final HealthChecks checks;
    private final Wizard wizard;
    private final SettingViews settings;
    private final PluginShelf plugins;
    private final Trials trials;
    private final Instant startedAt;

    OperationsJoin(Office office, HealthChecks checks) {
        this.office = office;
        this.checks = checks;
        this.wizard = new Wizard(office.record().settings());
        this.settings = new SettingViews(office.live());
        this.plugins = new PluginShelf(office, settings);
        this.trials =
                new Trials(office.instances(), office.gates(), office.record().ids(), office.address()::base);
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
        return plugins.all();
    }

    @Override
    public Optional<Trial> tryInstance(PrincipalId actor, String instance, Locale locale) {
        return trials.run(instance);
    }

    @Override
    public List<SettingView> settings(Locale locale) {
        office.live().refresh();
        return settings.all();
    }

    @Override
    public List<SettingView> changeSettings(PrincipalId actor, Map<String, Optional<Object>> values, Locale locale) {
        office.settings().change(Optional.of(actor), values);
        return settings.all();
    }

    @Override
    public Page<ChangeView> settingChanges(Optional<Cursor> from, int limit) {
        Page<SettingChange> page = office.record().settings().history(from, limit);
        return new Page<>(
                page.items().stream()
                        .filter(change -> change.items().stream()
                                .noneMatch(item -> item.name().startsWith(LiveSettings.OWN)))
                        .map(this::change)
                        .toList(),
                page.next());
    }

    private ChangeView change(SettingChange change) {
        return new ChangeView(
                change.seq(),
                change.changedAt(),
                change.actor().flatMap(office.accounts().people()::get).map(Person::email),
                change.undoes(),
                office.record().settings().before(change.seq()).isPresent(),
                change.items().stream()
                        .map(item -> new ChangedSetting(item.name(), item.before(), item.after(), item.hidden()))
                        .toList());
    }

    @Override
    public List<SettingView> undoSettingChange(PrincipalId actor, long change, Locale locale) {
        office.settings().undo(Optional.of(actor), change);
        return settings.all();
    }

    @Override
    public WizardView wizard() {
        return wizard.view();
    }

    @Override
    public WizardView completeStep(PrincipalId actor, String step) {
        return wizard.complete(actor, step);
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
