package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.e2e.Api;
import io.heliograph.e2e.CommandResult;
import io.heliograph.e2e.LongRun;
import io.heliograph.e2e.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands without a service, in an empty folder and before any administrator exists; and what a wrong command gets
 * beside a running one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@LongRun
class CommandTest {
    private static final String EMAIL = "cleo@example.org";

    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set by the third test
    private Service service;

    @SuppressWarnings("NullAway.Init") // set by the second test
    private String key;

    @BeforeAll
    void folder(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Files.writeString(folder.resolve("password"), "four green bottles\n");
        Files.writeString(folder.resolve("weak"), "abc\n");
    }

    @AfterAll
    void stop() {
        service.close();
        assertThat(service.troubles()).isEmpty();
    }

    private CommandResult alone(String... arguments) {
        return CommandResult.run(Service.launcher(), folder.resolve("data"), arguments);
    }

    @Test
    @Order(1)
    void helpNamesEveryExitCode() {
        CommandResult help = CommandResult.run(List.of(Service.launcher().toString(), "--help"));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("Exit codes:")
                .containsPattern("(?m)^ *0 ")
                .containsPattern("(?m)^ *1 ");
        assertThat(help.out()).contains("64").contains("69").contains("70").contains("78");
        assertThat(CommandResult.run(List.of(Service.launcher().toString())).out())
                .isEqualTo(help.out());
        CommandResult completion = CommandResult.run(List.of(Service.launcher().toString(), "generate-completion"));
        assertThat(completion.exitCode()).isZero();
        assertThat(completion.out()).contains("heliograph");
    }

    @Test
    @Order(2)
    void aPersonAndAKeyAreMadeInAnEmptyFolderBeforeThereIsAnAdministrator() {
        CommandResult made = alone(
                "users",
                "create",
                "--email",
                EMAIL,
                "--password-file",
                folder.resolve("password").toString());
        assertThat(made.exitCode()).as(made.toString()).isZero();
        CommandResult created = alone("apikeys", "create", "--user", EMAIL);
        assertThat(created.exitCode()).as(created.toString()).isZero();
        key = created.lastLine();
        assertThat(key).startsWith("hg_");
        assertThat(alone("users", "list").out()).contains(EMAIL);
        assertThat(alone("apikeys", "list", "--user", EMAIL).out()).doesNotContain(key);
        assertThat(alone("credits", "grant", "--user", EMAIL, "--amount", "7").lastLine())
                .isEqualTo("107");
        assertThat(alone("billing", "check").exitCode()).isZero();
        assertThat(alone("admin", "link").lastLine()).contains("/setup#");
        assertThat(Machine.processesOf(folder)).isEmpty();
    }

    @Test
    @Order(3)
    void aNewPersonMakesAPictureAtOnce() {
        service = Service.start(folder.resolve("data"));
        assertThat(service.adminToken()).isNotBlank();
        Api program = service.api().withKey(key);
        Api.Reply picture =
                program.post("/v1/images/generations", Map.of("prompt", "a lake", "response_format", "b64_json"));
        assertThat(picture.status()).as(picture.toString()).isEqualTo(200);
        assertThat(picture.json().path("data").path(0).path("b64_json").asText())
                .hasSizeGreaterThan(1000);
    }

    /**
     * A command that is refused.
     *
     * @param words what standard error says
     */
    record Refused(String name, int exitCode, String words, List<String> arguments) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Refused refused(String name, int exitCode, String words, String... arguments) {
        return new Refused(name, exitCode, words, List.of(arguments));
    }

    static Stream<Refused> refusals() {
        return Stream.of(
                refused(
                        "weak password",
                        1,
                        "weak-password",
                        "users",
                        "create",
                        "--email",
                        "a@example.org",
                        "--password-file",
                        "weak"),
                refused(
                        "taken address",
                        1,
                        "conflict",
                        "users",
                        "create",
                        "--email",
                        EMAIL,
                        "--password-file",
                        "password"),
                refused(
                        "no address",
                        1,
                        "email",
                        "users",
                        "create",
                        "--email",
                        "nonsense",
                        "--password-file",
                        "password"),
                refused(
                        "password file missing",
                        69,
                        "cannot be read",
                        "users",
                        "create",
                        "--email",
                        "b@example.org",
                        "--password-file",
                        "nowhere"),
                refused("key for nobody", 1, "--user: unknown", "apikeys", "create", "--user", "nobody@example.org"),
                refused(
                        "key that ended before it began",
                        1,
                        "--days",
                        "apikeys",
                        "create",
                        "--user",
                        EMAIL,
                        "--days",
                        "0"),
                refused(
                        "key with an unknown scope",
                        1,
                        "scopes",
                        "apikeys",
                        "create",
                        "--user",
                        EMAIL,
                        "--scope",
                        "fly"),
                refused(
                        "unknown key revoked",
                        1,
                        "There is no such key",
                        "apikeys",
                        "revoke",
                        "--user",
                        EMAIL,
                        "--id",
                        HouseFull.UNKNOWN),
                refused("credits below nought", 1, "--amount", "credits", "grant", "--user", EMAIL, "--amount", "-5"),
                refused("credits in words", 64, "--amount", "credits", "grant", "--user", EMAIL, "--amount", "many"),
                refused("option missing", 64, "--email", "users", "create", "--password-file", "password"),
                refused("key rotated under a service", 69, "Stop it", "keys", "rotate"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    @Order(4)
    void aWrongCommandIsToldInWordsAndChangesNothing(Refused row) {
        Snapshot before = Snapshot.of(service.data());
        String[] arguments = row.arguments().stream()
                .map(word -> List.of("weak", "password", "nowhere").contains(word)
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        CommandResult result = service.command(arguments);
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(row.exitCode());
        assertThat(result.err()).contains(row.words()).doesNotContain("\tat ").doesNotContain("Exception");
        // That the password plugin was asked is written down, as every call of a plugin is.
        Set<String> trail = row.words().equals("weak-password") ? Set.of("disclosure") : Set.of();
        assertThat(Snapshot.of(service.data()).without(trail)).isEqualTo(before.without(trail));
    }
}
