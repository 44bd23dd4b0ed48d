package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.e2e.Api;
import io.heliograph.e2e.CommandResult;
import io.heliograph.e2e.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** A MariaDB of the operator's own, by URL and over TLS: what works, what is told, and what comes back by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnDatabaseTest {
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private OwnServer server;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        server = new OwnServer(folder.resolve("own"), Installation.programs());
        await().atMost(Duration.ofMinutes(2)).until(server::listens);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** A configuration that does not lead to the database. */
    record Row(String name, String database, String password, String sentence, String remedy) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "wrong password",
                        "pictures",
                        "not this",
                        "refused our user or password",
                        "Check database.user and database.password"),
                new Row(
                        "no such database",
                        "elsewhere",
                        OwnServer.PASSWORD,
                        "refused our user or password",
                        "grant the user all privileges"));
    }

    private Path configuration(String database, String password) throws IOException {
        Path secret = Files.writeString(Files.createTempFile(folder, "password", ""), password + "\n");
        String url = server.url(database) + "?serverSslCert=" + server.certificate();
        return Files.writeString(Files.createTempFile(folder, "own", ".yaml"), """
                database:
                  url: %s
                  user: own
                  password: file:%s
                  tls: verify-full
                  start-patience: 2s
                """.formatted(url, secret));
    }

    private CommandResult command(Path configuration, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", configuration.toString()));
        return CommandResult.run(Service.launcher(), folder.resolve("data"), all.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Order(1)
    void whatDoesNotLeadThereIsToldInOneSentence(Row row) throws IOException {
        CommandResult result = command(configuration(row.database(), row.password()), "migrate");
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(69);
        assertThat(result.err()).contains(row.sentence()).contains(row.remedy());
        assertThat(result.err()).doesNotContain("\tat ").doesNotContain(OwnServer.PASSWORD);
    }

    @Test
    @Order(2)
    void overTlsItServesAndComesBackByItselfAfterTheServerWasAway() throws Exception {
        Path configuration = configuration("pictures", OwnServer.PASSWORD);
        CommandResult migrated = command(configuration, "migrate");
        assertThat(migrated.exitCode()).as(migrated.toString()).isZero();
        try (Service service =
                Service.start(Service.launcher(), folder.resolve("data"), "--config", configuration.toString())) {
            Api ada = service.api();
            ada.becomeAdministrator(service.adminToken(), Installation.EMAIL, Installation.PASSWORD);
            assertThat(HouseFull.finished(ada, HouseFull.wish(ada, "landscapes/scenery", "a lake"))
                            .path("state")
                            .asText())
                    .isEqualTo("succeeded");
            assertThat(folder.resolve("data/database")).doesNotExist();

            server.stop();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> service.api().get("/health/ready").status() == 503);
            Api.Reply away = ada.get("/api/v1/assets");
            assertThat(away.status()).as(away.toString()).isEqualTo(503);
            assertThat(away.header("retry-after")).isNotEmpty();
            CommandResult down = command(configuration, "users", "list");
            assertThat(down.exitCode()).isEqualTo(69);
            assertThat(down.err()).contains("cannot be reached").contains("Start it, or correct database.url");

            server.startAgain();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> service.api().get("/health/ready").status() == 200);
            assertThat(ada.get("/api/v1/assets").json().path("items")).hasSize(1);
        }
    }
}
