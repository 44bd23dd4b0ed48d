package io.heliograph.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.policy.Purpose;
import io.heliograph.policy.rules.OperatorRule;
import io.heliograph.spi.policy.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    Path folder;

    @Test
    void withoutFileAndEnvironmentEverythingHasItsDefault() throws Exception {
        Configuration configuration = new ConfigLoader(Map.of()).load(Optional.empty());
        assertThat(configuration.integer("server.port")).isEqualTo(8080);
        assertThat(configuration.text("accounts.registration")).isEqualTo("invite");
        assertThat(configuration.duration("accounts.session-idle")).isEqualTo(Duration.ofDays(14));
        assertThat(configuration.texts("server.trusted-proxies")).isEmpty();
        assertThat(configuration.optionalText("database.url")).isEmpty();
        assertThat(configuration.values())
                .allSatisfy(value -> assertThat(value.origin()).isEqualTo("default"));
    }

    @Test
    void theEnvironmentWinsOverTheFileAndEachValueTellsItsOrigin() throws Exception {
        Path file = file("server:\n  port: 9000\n  address: 0.0.0.0\n");
        Configuration configuration =
                new ConfigLoader(Map.of("HELIOGRAPH_SERVER_PORT", "9001")).load(Optional.of(file));
        assertThat(configuration.integer("server.port")).isEqualTo(9001);
        assertThat(place(configuration, "server.port")).isEqualTo("environment");
        assertThat(place(configuration, "server.address")).isEqualTo(file + ":3");
        assertThat(place(configuration, "server.tls")).isEqualTo("default");
    }

    @Test
    void tenMistakesAreTenProblemsInOneGo() throws Exception {
        Path file = file("""
                server:
                  prot: 80
                  port: 70000
                  address: [a, b]
                  public-url: ftp://x
                  tls: maybe
                operator:
                  legal_name: Sun Ltd
                accounts:
                  registration: everybody
                  session-idle: soon
                database:
                  password: hunter2
                credits:
                  initial-grant: -5
                """);
        List<ConfigProblem> problems = problems(Map.of(), file);
        assertThat(problems).hasSize(10);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.origin()).isEqualTo(file.toString());
            assertThat(problem.line()).isPresent();
            assertThat(problem.remedy()).isNotBlank();
            assertThat(problem.sentence()).doesNotContain("hunter2");
        });
        assertThat(problem(problems, "server.prot").remedy()).contains("server.port");
        assertThat(problem(problems, "server.prot").line()).hasValue(2);
        assertThat(problem(problems, "operator.legal_name").remedy()).contains("operator.legal-name");
        assertThat(problem(problems, "database.password").remedy()).contains("env:NAME");
    }

    @Test
    void aKeyGivenTwiceAndBrokenYamlNameTheirLine() throws Exception {
        assertThat(problems(Map.of(), file("server:\n  port: 1\n  port: 2\n")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).hasValue(3);
                    assertThat(problem.found()).contains("line 2");
                });
        assertThat(problems(Map.of(), file("server:\n  port: [1\n")))
                .first()
                .satisfies(problem -> assertThat(problem.found()).startsWith("not YAML"));
    }

    @Test
    void openRegistrationMustBeConfirmedAndHaveAContact() throws Exception {
        Path file = file("accounts:\n  registration: open\n");
        assertThat(problems(Map.of(), file))
                .extracting(ConfigProblem::key)
                .containsExactlyInAnyOrder("accounts.open-confirmed", "operator.contact");
        Path confirmed = file(
                "accounts:\n  registration: open\n  open-confirmed: true\noperator:\n  contact: privacy@example.org\n");
        assertThat(new ConfigLoader(Map.of()).load(Optional.of(confirmed)).flag("accounts.open-confirmed"))
                .isTrue();
    }

    @Test
    void aSecretIsReadFromWhereItsReferencePointsAndAMissingOneIsAProblem() throws Exception {
        Path file = file("database:\n  password: env:DB_PASSWORD\n");
        assertThat(problems(Map.of(), file))
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("DB_PASSWORD"));
        Configuration configuration = new ConfigLoader(Map.of("DB_PASSWORD", "hunter2")).load(Optional.of(file));
        assertThat(configuration.secret("database.password").orElseThrow().revealText())
                .isEqualTo("hunter2");
        assertThat(configuration.values().toString()).doesNotContain("hunter2");
    }

    @Test
    void aSecretsFileIsLookedForFromTheFolderOfTheConfigurationOn() throws Exception {
        Files.writeString(folder.resolve("db-password"), "hunter2\n");
        Configuration configuration =
                new ConfigLoader(Map.of()).load(Optional.of(file("database:\n  password: file:db-password\n")));
        assertThat(configuration.secret("database.password").orElseThrow().revealText())
                .isEqualTo("hunter2");
    }

    @Test
    void anUnknownVariableIsAProblemToo() throws Exception {
        assertThat(problems(Map.of("HELIOGRAPH_SERVER_PROT", "1"), file("")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("HELIOGRAPH_SERVER_PORT"));
    }

    @Test
    void instancesHaveNamesAndFreeSettings() throws Exception {
        Configuration configuration = new ConfigLoader(Map.of()).load(Optional.of(file("""
                        instances:
                          files:
                            plugin: storage-filesystem
                            role: media
                            grants: [files]
                            settings:
                              path: /srv/pictures
                              regions: [eu, "a, b"]
                          draw:
                            plugin: provider-procedural
                        """)));
        assertThat(configuration.instanceNames()).containsExactlyInAnyOrder("files", "draw");
        assertThat(configuration.instanceSettings("files"))
                .containsExactly(Map.entry("path", "/srv/pictures"), Map.entry("regions", List.of("eu", "a, b")));
        assertThat(configuration.texts("instances.files.grants")).containsExactly("files");
        assertThat(configuration.duration("instances.draw.unknown-hold")).isEqualTo(Duration.ofHours(1));
        assertThat(problems(Map.of(), file("instances:\n  Bad_Name:\n    plugin: x\n")))
                .isNotEmpty();
        assertThat(problems(Map.of(), file("instances:\n  x:\n    concurrency: 3\n")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("instances.x.plugin"));
    }

    @Test
    void rulesOfTheOperatorAreReadInTheirOrder() throws Exception {
        Configuration configuration = new ConfigLoader(Map.of()).load(Optional.of(file("""
                        policy:
                          rules:
                            no-films-for-free:
                              purposes: [generation]
                              when: media == 'video' && plan == 'default'
                            nothing-huge:
                              gates: [admit, store]
                              when: |
                                bytes > 1000000
                                  || width * height > 16777216
                        """)));
        assertThat(configuration.rules())
                .extracting(OperatorRule::name)
                .containsExactly("no-films-for-free", "nothing-huge");
        assertThat(configuration.rules().getFirst().gates()).containsExactly(Gate.ADMIT);
        assertThat(configuration.rules().getFirst().purposes()).containsExactly(Purpose.GENERATION);
        assertThat(configuration.rules().getLast().gates()).containsExactlyInAnyOrder(Gate.ADMIT, Gate.STORE);
        assertThat(new ConfigLoader(Map.of()).load(Optional.of(file(""))).rules())
                .isEmpty();
    }

    @Test
    void everyMistakeInEveryRuleIsToldAtOnceWithLineAndRemedy() throws Exception {
        List<ConfigProblem> problems = problems(Map.of(), file("""
                server:
                  prot: 80
                policy:
                  rules:
                    typo:
                      when: modle == 'x'
                    no-question:
                      when: width + 1
                    Loud:
                      when: "true"
                    far:
                      gates: [admid]
                      purposes: [generations]
                      whem: "true"
                """));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.line()).isPresent();
            assertThat(problem.remedy()).isNotBlank();
        });
        assertThat(problem(problems, "policy.rules.typo.when").remedy()).contains("model");
        assertThat(problem(problems, "policy.rules.typo.when").line()).hasValue(6);
        assertThat(problem(problems, "policy.rules.no-question.when").line()).hasValue(8);
        assertThat(problem(problems, "policy.rules.Loud.when").found()).contains("name");
        assertThat(problem(problems, "policy.rules.far.gates").remedy()).contains("admit");
        assertThat(problem(problems, "policy.rules.far.purposes").remedy()).contains("generation");
        assertThat(problem(problems, "policy.rules.far.whem").remedy()).contains("policy.rules.*.when");
        assertThat(problem(problems, "policy.rules.far.when").found()).contains("no condition");
        assertThat(problem(problems, "server.prot").remedy()).contains("server.port");
    }

    @Test
    void theSampleChangesNothingAndItsKeysAreTheKeysThereAre() throws Exception {
        String sample = SampleConfig.text();
        Configuration configuration = new ConfigLoader(Map.of()).load(Optional.of(file(sample)));
        assertThat(configuration.values())
                .allSatisfy(value -> assertThat(value.origin()).isEqualTo("default"));
        String opened = sample.lines()
                .map(line -> line.startsWith("# ") ? line.substring(2) : line)
                .filter(line -> !line.stripLeading().startsWith("#"))
                .filter(line -> line.isBlank() || line.stripLeading().matches("[a-z*-]+:.*"))
                .collect(java.util.stream.Collectors.joining("\n"));
        assertThat(YamlValues.read("sample", opened).values().keySet())
                .containsAll(ConfigKeys.all().stream()
                        .filter(key -> key.type() != ConfigKey.Type.TEXTS)
                        .map(key -> key.name().replace("*", "example"))
                        .toList());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("heliograph-" + Integer.toHexString(text.hashCode()) + ".yaml"), text);
    }

    private static List<ConfigProblem> problems(Map<String, String> environment, Path file) {
        return catchThrowableOfType(ConfigException.class, () -> new ConfigLoader(environment).load(Optional.of(file)))
                .problems();
    }

    private static ConfigProblem problem(List<ConfigProblem> problems, String key) {
        return problems.stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
    }

    private static String place(Configuration configuration, String key) {
        return configuration.values().stream()
                .filter(value -> value.name().equals(key))
                .findFirst()
                .orElseThrow()
                .place();
    }
}
