package io.heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The second layer of the configuration in the running service: by page, by command, across a restart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@LongRun
class SettingsTest {
    private static final String SETTINGS = "/api/v1/admin/settings";
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "a lantern by the harbour";

    private Path folder = Path.of("");
    private @Nullable Service started;
    private @Nullable Api administrator;

    @BeforeAll
    void startService(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Path file = Files.writeString(folder.resolve("heliograph.yaml"), "operator:\n  country: IE\n");
        Service service = Service.start(folder.resolve("data"), "--config", file.toString());
        Api ada = service.api();
        started = service;
        administrator = ada;
        ada.becomeAdministrator(service.adminToken(), EMAIL, PASSWORD);
    }

    @AfterAll
    void stopService() {
        assertThat(service().stop()).isIn(0, 143);
    }

    @Test
    void whatThePageSetsHoldsAtOnceIsListedAndCanBeTakenBack() {
        assertThat(change(Map.of("accounts.registration", "closed", "operator.legal-name", "Sun Ltd"))
                        .status())
                .isEqualTo(200);
        JsonNode mode = setting("accounts.registration");
        assertThat(mode.path("value").asText()).isEqualTo("closed");
        assertThat(mode.path("origin").asText()).isEqualTo("database");
        assertThat(mode.path("needsRestart").asBoolean()).isFalse();
        assertThat(service().api().get("/api/v1/sign-up").json().path("mode").asText())
                .isEqualTo("closed");
        assertThat(ada().get("/api/v1/operator").json().path("name").asText()).isEqualTo("Sun Ltd");

        JsonNode newest =
                ada().get(SETTINGS + "/changes?limit=1").json().path("items").path(0);
        assertThat(newest.path("by").asText()).isEqualTo(EMAIL);
        assertThat(newest.path("canUndo").asBoolean()).isTrue();
        assertThat(act(SETTINGS + "/changes/" + newest.path("id").asLong() + "/undo")
                        .status())
                .isEqualTo(200);
        assertThat(setting("accounts.registration").path("value").asText()).isEqualTo("invite");
    }

    @Test
    void whatTheFileSetsIsLockedAndEachFaultIsNamed() {
        assertThat(setting("operator.country").path("locked").asBoolean()).isTrue();
        assertThat(setting("operator.country").path("originDetail").asText()).endsWith("heliograph.yaml:2");
        Api.Reply locked = change(Map.of("operator.country", "DE"));
        assertThat(locked.status()).isEqualTo(409);
        Api.Reply wrong = change(Map.of("retention.result", "soon", "no.such", "1"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/values/retention.result", "/values/no.such");
    }

    @Test
    void anInstanceIsAddedTriedSwitchedOffAndTakenAwayWhileTheServiceRuns() {
        assertThat(change(Map.of(
                                "instances.small.plugin",
                                "provider-procedural",
                                "instances.small.settings.largest-side",
                                512))
                        .status())
                .isEqualTo(200);
        assertThat(models()).contains("small/");
        JsonNode trial = act("/api/v1/admin/instances/small/try").json();
        assertThat(trial.path("ok").asBoolean()).as(trial.toString()).isTrue();
        assertThat(trial.path("steps").findValuesAsText("title")).contains("Models listed");
        for (String instance : new String[] {"files", "password"}) {
            JsonNode tried = act("/api/v1/admin/instances/" + instance + "/try").json();
            assertThat(tried.path("ok").asBoolean()).as(tried.toString()).isTrue();
            assertThat(tried.path("steps").size()).isGreaterThan(1);
        }
        change(Map.of("instances.small.enabled", false));
        assertThat(models()).doesNotContain("small/");
        Map<String, Object> none = new HashMap<>();
        none.put("instances.small.plugin", null);
        assertThat(change(none).status()).isEqualTo(200);
        assertThat(ada().get("/api/v1/admin/plugins/provider-procedural").json().toString())
                .doesNotContain("\"small\"");
        assertThat(change(Map.of("instances.password.enabled", false)).status()).isEqualTo(400);
    }

    @Test
    void aCommandChangesTheRunningServiceAndItsExportIsAccepted() throws Exception {
        assertThat(command("config", "set", "credits.initial-grant", "7").exitCode())
                .isZero();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                setting("credits.initial-grant").path("value").asInt())
                        .isEqualTo(7));
        assertThat(command("config", "show").out()).contains("credits.initial-grant = 7    # database");
        assertThat(command("config", "check").exitCode()).isZero();
        assertThat(command("config", "set", "server.port", "1").exitCode()).isEqualTo(1);
        CommandResult export = command("config", "export");
        assertThat(export.out()).contains("initial-grant:").contains("country:");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("heliograph.yaml"), export.out());
        assertThat(CommandResult.run(
                                Service.launcher(),
                                elsewhere.resolve("data"),
                                "config",
                                "check",
                                "--config",
                                file.toString())
                        .exitCode())
                .isZero();
        assertThat(command("config", "unset", "credits.initial-grant").exitCode())
                .isZero();
    }

    @Test
    void theWizardRemembersItsStepsInTheDatabase() {
        assertThat(act("PUT", "/api/v1/admin/setup/steps/access").status()).isEqualTo(200);
        assertThat(service().data().resolve("wizard")).doesNotExist();
        assertThat(ada().get("/api/v1/admin/setup").json().path("steps").toString())
                .contains("{\"id\":\"access\",\"done\":true}");
    }

    private CommandResult command(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = folder.resolve("heliograph.yaml").toString();
        return service().command(all);
    }

    private String models() {
        return ada().get("/api/v1/models").json().toString();
    }

    private Api.Reply change(Map<String, ?> values) {
        String body = new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(Map.of("values", values))
                .toString();
        return ada().send(
                        "PATCH",
                        SETTINGS,
                        Map.of("Content-Type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8));
    }

    private Api.Reply act(String path) {
        return act("POST", path);
    }

    private Api.Reply act(String method, String path) {
        return ada().send(method, path, Map.of(), new byte[0]);
    }

    private JsonNode setting(String key) {
        for (JsonNode one : ada().get(SETTINGS).json().path("items")) {
            if (one.path("key").asText().equals(key)) {
                return one;
            }
        }
        throw new AssertionError("no setting " + key);
    }

    private Service service() {
        return Objects.requireNonNull(started);
    }

    private Api ada() {
        return Objects.requireNonNull(administrator);
    }
}
