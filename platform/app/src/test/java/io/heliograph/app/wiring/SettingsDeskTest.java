package io.heliograph.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.app.config.ConfigLoader;
import io.heliograph.app.config.Configuration;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.setting.SettingBook;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.spi.Secret;
import io.heliograph.web.port.Operations.SettingView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsDeskTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private final PrincipalId ada = db.principal();
    private LiveSettings live = open("");
    private SettingsDesk desk = new SettingsDesk(live, book(), new DeclaredPlugins());

    private static SettingBook book() {
        return db.record().settings();
    }

    private LiveSettings open(String text) {
        try {
            Path home = Files.createTempDirectory("settings");
            Path file = Files.writeString(home.resolve("heliograph.yaml"), text);
            return new LiveSettings(new ConfigLoader(Map.of()).load(Optional.of(file)), book());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void openOver(String text) {
        live.close();
        live = open(text);
        desk = new SettingsDesk(live, book(), new DeclaredPlugins());
    }

    @BeforeEach
    void nothingStored() {
        long version = book().version();
        Map<String, Optional<io.heliograph.core.setting.SettingValue>> none = new java.util.TreeMap<>();
        book().read().values().keySet().forEach(name -> none.put(name, Optional.empty()));
        book().write(Optional.empty(), version, java.util.OptionalLong.empty(), none);
        live.refresh();
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void change(Map<String, Object> values) {
        Map<String, Optional<Object>> wanted = new java.util.TreeMap<>();
        values.forEach((key, value) -> wanted.put(key, Optional.of(value)));
        desk.change(Optional.of(ada), wanted);
    }

    private ProblemException refused(Map<String, Object> values) {
        return catchThrowableOfType(ProblemException.class, () -> change(values));
    }

    private SettingView view(String key) {
        return new SettingViews(live)
                .all().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void aChangeHoldsAtOnceIsToldToListenersAndAudited() {
        List<String> told = new ArrayList<>();
        live.onChange((before, now) ->
                told.add(before.text("accounts.registration") + " to " + now.text("accounts.registration")));
        change(Map.of("accounts.registration", "closed", "credits.initial-grant", 7L));

        assertThat(live.get().text("accounts.registration")).isEqualTo("closed");
        assertThat(live.get().number("credits.initial-grant")).isEqualTo(7);
        assertThat(told).containsExactly("invite to closed");
        assertThat(view("accounts.registration"))
                .satisfies(view -> assertThat(view.origin()).isEqualTo("database"))
                .satisfies(view -> assertThat(view.locked()).isFalse())
                .satisfies(view -> assertThat(view.needsRestart()).isFalse());
        assertThat(db.audit()
                        .page(
                                new AuditLog.Query(Optional.of(ada), Optional.empty(), Optional.of("setting.")),
                                Optional.empty(),
                                1)
                        .items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("accounts.registration", "set"));

        desk.change(Optional.of(ada), Map.of("accounts.registration", Optional.empty()));
        assertThat(live.get().text("accounts.registration")).isEqualTo("invite");
    }

    @Test
    void whatNeedsARestartSaysSoAndThatItIsPending() {
        assertThat(view("server.public-url").pending()).isFalse();
        change(Map.of("server.public-url", "https://pictures.example.org"));
        assertThat(view("server.public-url").needsRestart()).isTrue();
        assertThat(view("server.public-url").pending()).isTrue();
    }

    @Test
    void eachFieldThatDoesNotFitIsNamedAndNothingIsChanged() {
        long before = book().version();
        ProblemException problem = refused(Map.of(
                "accounts.registration", "everybody",
                "retention.result", "soon",
                "operator.legal-nam", "Sun Ltd",
                "operator.country", "DE"));
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
        assertThat(problem.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "/values/accounts.registration", "/values/retention.result", "/values/operator.legal-nam");
        assertThat(problem.errors().toString()).doesNotContain("everybody").doesNotContain("soon");
        assertThat(book().version()).isEqualTo(before);

        assertThat(refused(Map.of("accounts.registration", "open")).errors())
                .extracting(FieldError::field)
                .containsOnly("/values/accounts.registration");
    }

    @Test
    void whatTheFileSetsAndWhatOnlyTheFileMaySetIsLocked() {
        openOver("operator:\n  legal-name: Sun Ltd\ninstances:\n  draw:\n    plugin: provider-procedural\n");
        for (String key : List.of("operator.legal-name", "server.port", "instances.draw.concurrency")) {
            ProblemException problem = refused(Map.of(key, "1", "operator.country", "DE"));
            assertThat(problem.type()).as(key).isEqualTo(ProblemType.CONFLICT);
            assertThat(problem.errors()).extracting(FieldError::field).containsExactly("/values/" + key);
        }
        assertThat(view("operator.legal-name").locked()).isTrue();
        assertThat(view("operator.legal-name").originDetail().orElseThrow()).endsWith("heliograph.yaml:2");
        assertThat(view("server.port").locked()).isTrue();
        assertThat(live.get().optionalText("operator.country")).isEmpty();
    }

    @Test
    void aChangeIsTakenBackOnce() {
        change(Map.of("operator.country", "DE"));
        change(Map.of("operator.country", "FR", "operator.legal-name", "Soleil"));
        long change = book().version();
        desk.undo(Optional.of(ada), change);
        assertThat(live.get().text("operator.country")).isEqualTo("DE");
        assertThat(live.get().optionalText("operator.legal-name")).isEmpty();
        assertThat(catchThrowableOfType(ProblemException.class, () -> desk.undo(Optional.of(ada), change))
                        .type())
                .isEqualTo(ProblemType.CONFLICT);
        assertThat(catchThrowableOfType(ProblemException.class, () -> desk.undo(Optional.of(ada), change + 50))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void anInstanceIsMadeJudgedByItsManifestSwitchedOffAndTakenAway() {
        ProblemException problem = refused(Map.of(
                "instances.away.plugin", "provider-away",
                "instances.away.settings.retries", 99L,
                "instances.away.settings.colour", "red"));
        assertThat(problem.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "/values/instances.away.settings.retries",
                        "/values/instances.away.settings.colour",
                        "/values/instances.away.settings.key");
        assertThat(refused(Map.of("instances.away.plugin", "provider-nowhere")).errors())
                .extracting(FieldError::field)
                .containsExactly("/values/instances.away.plugin");

        change(Map.of(
                "instances.away.plugin", "provider-away",
                "instances.away.settings.key", "k",
                "instances.away.concurrency", 3L));
        assertThat(InstancePlan.running(live.get()))
                .extracting(one -> one.id().value())
                .containsExactlyInAnyOrder("away", "landscapes", "files", "password");
        change(Map.of("instances.away.enabled", false));
        assertThat(InstancePlan.running(live.get()))
                .extracting(one -> one.id().value())
                .doesNotContain("away");
        assertThat(InstancePlan.all(live.get()))
                .extracting(one -> one.config().id().value())
                .contains("away");
        desk.change(Optional.of(ada), Map.of("instances.away.plugin", Optional.empty()));
        assertThat(InstancePlan.all(live.get()))
                .extracting(one -> one.config().id().value())
                .doesNotContain("away");
    }

    @Test
    void aSecretIsKeptSealedAndNeverShown() {
        desk.change(
                Optional.of(ada),
                Map.of(
                        "instances.vault.plugin", Optional.of("provider-away"),
                        "instances.vault.settings.key", Optional.of("hunter2-hunter2")));
        assertThat(live.get().instanceSettings("vault").get("key"))
                .isInstanceOfSatisfying(
                        Secret.class, secret -> assertThat(secret.revealText()).isEqualTo("hunter2-hunter2"));
        var planned = InstancePlan.all(live.get()).stream()
                .filter(one -> one.config().id().value().equals("vault"))
                .findFirst();
        List<SettingView> views = new SettingViews(live).ofInstance(DeclaredPlugins.manifest("provider-away"), planned);
        assertThat(views.toString()).doesNotContain("hunter2");
        assertThat(views)
                .filteredOn(view -> view.type().equals("secret"))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.isSet()).isTrue();
                    assertThat(view.locked()).isFalse();
                });
        desk.change(Optional.of(ada), Map.of("instances.vault.plugin", Optional.empty()));
        assertThat(book().read().values().keySet()).noneMatch(name -> name.startsWith("instances.vault"));
    }

    @Test
    void anEmbeddedInstanceCanBeToldThingsButTheLastWayInAndTheStoreStayOn() {
        change(Map.of("instances.landscapes.settings.largest-side", 1024L));
        assertThat(InstancePlan.running(live.get()))
                .filteredOn(one -> one.id().value().equals("landscapes"))
                .singleElement()
                .satisfies(one -> assertThat(one.settings()).containsEntry("largest-side", "1024"));
        change(Map.of("instances.landscapes.enabled", false));
        assertThat(InstancePlan.running(live.get()))
                .extracting(one -> one.id().value())
                .containsExactlyInAnyOrder("files", "password");

        assertThat(refused(Map.of("instances.password.enabled", false)).errors())
                .extracting(FieldError::field)
                .containsExactly("/values/instances.password.enabled");
        assertThat(refused(Map.of("instances.files.enabled", false)).errors())
                .extracting(FieldError::field)
                .containsExactly("/values/instances.files.enabled");
    }

    @Test
    void anotherProcessIsFollowedAndABadStoredValueIsShownWithItsProblem() {
        LiveSettings other = open("");
        new SettingsDesk(other, book(), new DeclaredPlugins())
                .change(Optional.empty(), Map.of("operator.country", Optional.of("DE")));
        other.close();
        assertThat(live.get().optionalText("operator.country")).isEmpty();
        live.refresh();
        assertThat(live.get().text("operator.country")).isEqualTo("DE");

        book().write(
                        Optional.empty(),
                        book().version(),
                        java.util.OptionalLong.empty(),
                        Map.of(
                                "retention.result",
                                Optional.of(new io.heliograph.core.setting.SettingValue.Text("for ever"))));
        live.refresh();
        Configuration now = live.get();
        assertThat(now.text("retention.result")).isEqualTo("365d");
        assertThat(view("retention.result").problem()).isPresent();
        change(Map.of("retention.result", "30d"));
        assertThat(view("retention.result").problem()).isEmpty();
    }

    @Test
    void theWizardRemembersItsStepsInTheDatabase() {
        Wizard wizard = new Wizard(book());
        assertThat(wizard.view().done()).containsExactly("administrator");
        wizard.complete(ada, "access");
        wizard.complete(ada, "access");
        wizard.complete(ada, "nonsense");
        assertThat(new Wizard(book()).view().done()).containsExactly("administrator", "access");
        for (String step : List.of("plugins", "retention", "review")) {
            wizard.complete(ada, step);
        }
        assertThat(new Wizard(book()).view().complete()).isTrue();
        live.refresh();
        assertThat(live.problems()).isEmpty();
    }
}
