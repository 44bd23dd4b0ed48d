package io.heliograph.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.setting.SettingValue;
import io.heliograph.spi.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLayerTest {
    @TempDir
    Path folder;

    private Configuration files(Map<String, String> environment, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("heliograph.yaml"), text);
        return new ConfigLoader(environment).load(Optional.of(file));
    }

    private static SettingValue text(String text) {
        return new SettingValue.Text(text);
    }

    @Test
    void environmentOverFileOverDatabaseOverDefault() throws Exception {
        Configuration files =
                files(Map.of("HELIOGRAPH_CREDITS_INITIAL_GRANT", "1"), "operator:\n  legal-name: Sun Ltd\n");
        var layered = DatabaseLayer.under(
                files,
                Map.of(
                        "credits.initial-grant", text("2"),
                        "operator.legal-name", text("Moon Ltd"),
                        "operator.country", text("DE")));
        Configuration now = layered.configuration();
        assertThat(layered.problems()).isEmpty();
        assertThat(now.number("credits.initial-grant")).isEqualTo(1);
        assertThat(now.text("operator.legal-name")).isEqualTo("Sun Ltd");
        assertThat(now.value("operator.country").orElseThrow().origin()).isEqualTo(ConfigValue.DATABASE);
        assertThat(now.value("accounts.registration").orElseThrow().origin()).isEqualTo(ConfigValue.DEFAULT);
        assertThat(now.values())
                .extracting(ConfigValue::key)
                .isSortedAccordingTo(java.util.Comparator.comparingInt(ConfigKeys.all()::indexOf));
    }

    @Test
    void aBadValueIsAProblemWithItsOriginAndTheDefaultHolds() throws Exception {
        var layered = DatabaseLayer.under(
                files(Map.of(), ""),
                Map.of(
                        "accounts.registration", text("everybody"),
                        "retention.results", text("30d"),
                        "server.port", text("9000"),
                        "policy.rules.mine.when", text("not an expression ("),
                        "limits.requests-per-minute", new SettingValue.Texts(List.of("1", "2"))));
        assertThat(layered.problems())
                .extracting(ConfigProblem::key)
                .containsExactlyInAnyOrder(
                        "accounts.registration",
                        "retention.results",
                        "server.port",
                        "policy.rules.mine.when",
                        "limits.requests-per-minute");
        assertThat(layered.problems())
                .allSatisfy(problem -> assertThat(problem.origin()).isEqualTo("database"));
        assertThat(layered.problems())
                .filteredOn(problem -> problem.key().equals("retention.results"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("retention.result"));
        assertThat(layered.configuration().text("accounts.registration")).isEqualTo("invite");
        assertThat(layered.configuration().integer("server.port")).isEqualTo(8080);
    }

    @Test
    void whatDoesNotGoTogetherIsLeftOutUntilItDoes() throws Exception {
        Map<String, SettingValue> open = Map.of("accounts.registration", text("open"));
        var layered = DatabaseLayer.under(files(Map.of(), ""), open);
        assertThat(layered.configuration().text("accounts.registration")).isEqualTo("invite");
        assertThat(layered.problems()).extracting(ConfigProblem::key).containsOnly("accounts.registration");
        var whole = DatabaseLayer.under(
                files(Map.of(), "operator:\n  contact: privacy@example.org\n"),
                Map.of("accounts.registration", text("open"), "accounts.open-confirmed", text("true")));
        assertThat(whole.problems()).isEmpty();
        assertThat(whole.configuration().text("accounts.registration")).isEqualTo("open");
    }

    @Test
    void anInstanceOfTheDatabaseIsCompleteAndOneOfTheFileIsTheFilesAlone() throws Exception {
        Configuration files = files(Map.of(), "instances:\n  draw:\n    plugin: provider-procedural\n");
        var layered = DatabaseLayer.under(
                files,
                Map.of(
                        "instances.draw.concurrency", text("9"),
                        "instances.away.plugin", text("provider-away"),
                        "instances.away.local-hosts", new SettingValue.Texts(List.of("127.0.0.1:8188")),
                        "instances.away.settings.key", new SettingValue.Hidden(Secret.of("hunter2")),
                        "instances.nameless.concurrency", text("2")));
        Configuration now = layered.configuration();
        assertThat(now.optionalText("instances.draw.concurrency")).isEmpty();
        assertThat(now.instanceNames()).containsExactlyInAnyOrder("draw", "away");
        assertThat(now.text("instances.away.unknown-hold")).isEqualTo("1h");
        assertThat(now.texts("instances.away.local-hosts")).containsExactly("127.0.0.1:8188");
        assertThat(now.instanceSettings("away").get("key"))
                .isInstanceOfSatisfying(
                        Secret.class, secret -> assertThat(secret.revealText()).isEqualTo("hunter2"));
        assertThat(layered.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("instances.nameless"));
        assertThat(now.values().toString()).doesNotContain("hunter2");
    }

    @Test
    void anExportIsAFileThatSaysTheSame() throws Exception {
        Path secret = Files.writeString(folder.resolve("db"), "hunter2");
        Configuration files = files(
                Map.of("HELIOGRAPH_SERVER_TRUSTED_PROXIES", "10.0.0.0/8,127.0.0.1"),
                "server:\n  port: 9000\ndatabase:\n  password: file:db\noperator:\n  legal-name: 'Sun: \"& Sons\" #1'\n");
        Configuration before = DatabaseLayer.under(
                        files,
                        Map.of(
                                "operator.address", text("Lane 1\n12345 Town"),
                                "accounts.registration", text("closed"),
                                "instances.away.plugin", text("provider-away"),
                                "instances.away.enabled", text("false"),
                                "instances.away.settings.hosts", new SettingValue.Texts(List.of("a, b", "c\\d")),
                                "instances.away.settings.key", new SettingValue.Hidden(Secret.of("top-secret"))))
                .configuration();

        String text = ConfigExport.text(before);
        assertThat(text).doesNotContain("hunter2").doesNotContain("top-secret").contains("file:" + secret);

        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Configuration after =
                new ConfigLoader(Map.of()).load(Optional.of(Files.writeString(elsewhere.resolve("h.yaml"), text)));
        assertThat(written(after)).isEqualTo(written(before));
        assertThat(after.instanceSettings("away").get("hosts")).isEqualTo(List.of("a, b", "c\\d"));
        assertThat(after.optionalText("instances.away.settings.key")).contains("env:SECRET_AWAY_SETTINGS_KEY");
        assertThat(text).contains("#   SECRET_AWAY_SETTINGS_KEY");
        assertThat(after.secret("database.password").orElseThrow().revealText()).isEqualTo("hunter2");
    }

    @Test
    void anExportOfDefaultsChangesNothing() throws Exception {
        String text = ConfigExport.text(files(Map.of(), ""));
        Configuration after = files(Map.of(), text);
        assertThat(after.values())
                .allSatisfy(value -> assertThat(value.origin()).isEqualTo(ConfigValue.DEFAULT));
    }

    private static Map<String, String> written(Configuration configuration) throws IOException {
        Map<String, String> written = new java.util.TreeMap<>();
        configuration.values().stream()
                .filter(value -> !value.origin().equals(ConfigValue.DEFAULT))
                .filter(value -> value.sealed().isEmpty()
                        && !value.text().startsWith("env:")
                        && !value.text().startsWith("file:"))
                .forEach(value -> written.put(value.name(), value.text()));
        return written;
    }
}
