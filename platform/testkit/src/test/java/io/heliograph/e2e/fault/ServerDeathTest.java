package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.e2e.Api;
import io.heliograph.e2e.CommandResult;
import io.heliograph.e2e.LongRun;
import io.heliograph.e2e.Service;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded database's life: whatever is killed, the next start or the service itself copes, and what was kept is
 * there. One installation goes through everything, one misfortune after the other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@LongRun
class ServerDeathTest {
    private Path data = Path.of("");
    private @Nullable Service running;
    private @Nullable ServerSocketChannel inTheWay;

    @BeforeAll
    void copy(@TempDir Path folder) throws IOException {
        data = Installation.copyTo(folder.resolve("data"));
        // Something already listens where the database's socket belongs: it is the folder's own place, so it is taken.
        inTheWay = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        inTheWay.bind(UnixDomainSocketAddress.of(data.resolve("database/s")));
    }

    @AfterAll
    void stop() throws IOException {
        if (running != null) {
            running.close();
        }
        if (inTheWay != null) {
            inTheWay.close();
        }
        assertThat(Machine.processesOf(data)).isEmpty();
    }

    private Service service() {
        Service now = running;
        if (now == null || !now.process().isAlive()) {
            now = Service.start(data);
            running = now;
        }
        return now;
    }

    /** The administrator is still there and lets himself be served. */
    private void assertServes() {
        Api ada = Installation.administrator(service());
        assertThat(ada.get("/api/v1/models").status()).isEqualTo(200);
        assertThat(service().api().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void aServiceThatWasKilledLeavesItsDatabaseToTheNextStart() {
        service();
        ProcessHandle server = Books.server(data);
        service().kill();
        assertThat(server.isAlive()).isTrue();
        assertServes();
        assertThat(Books.server(data).isAlive()).isTrue();
        assertThat(Machine.processesOf(data.resolve("database"))).hasSize(1);
    }

    @Test
    @Order(2)
    void aDatabaseThatWasKilledIsStartedAgainByTheRunningService() {
        Api ada = Installation.administrator(service());
        ProcessHandle server = Books.server(data);
        Machine.crash(server);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    Api.Reply reply = ada.get("/api/v1/assets");
                    if (reply.status() != 200) {
                        // Nothing but the honest answer while it is away.
                        assertAway(reply);
                    }
                    assertThat(reply.status()).isEqualTo(200);
                    assertThat(Books.server(data).pid()).isNotEqualTo(server.pid());
                });
        assertServes();
    }

    private static void assertAway(Api.Reply reply) {
        if (reply.status() != 503 || reply.header("retry-after").isEmpty()) {
            throw new IllegalStateException("while the database is away: " + reply);
        }
    }

    @Test
    @Order(3)
    void whenBothWereKilledTheNextStartRecovers() {
        service();
        ProcessHandle server = Books.server(data);
        service().kill();
        Machine.crash(server);
        assertServes();
    }

    @Test
    @Order(4)
    void ofTwoStartsAtOnceOneServesAndTheOtherSaysSo() {
        service().stop();
        List<Service> both = Stream.generate(() -> Service.begin(Service.launcher(), data))
                .limit(2)
                .toList();
        List<Service> winners = both.stream().filter(Service::becomesReady).toList();
        assertThat(winners).hasSize(1);
        running = winners.getFirst();
        Service loser =
                both.stream().filter(one -> !winners.contains(one)).findFirst().orElseThrow();
        assertThat(loser.process().onExit().join().exitValue()).isEqualTo(69);
        assertThat(loser.lines().getLast())
                .contains("is in use by another Heliograph (process "
                        + running.process().pid() + ")")
                .contains("Stop that one first");
        assertServes();
    }

    @Test
    @Order(5)
    void aKeyIsNotRotatedUnderARunningService() {
        CommandResult refused = service().command("keys", "rotate");
        assertThat(refused.exitCode()).isEqualTo(69);
        assertThat(refused.err()).contains("A service uses the data folder").contains("Stop it");
    }

    @Test
    @Order(6)
    void aDatabaseOfANewerVersionIsRefusedAndNotTouched() {
        service();
        try (Books books = Books.of(data)) {
            assertThat(books.change("insert into flyway_schema_history (installed_rank, version, description, type,"
                            + " script, checksum, installed_by, execution_time, success) values (9999, '99999',"
                            + " 'of tomorrow', 'SQL', 'V99999__of_tomorrow.sql', 1, 'tomorrow', 1, 1)"))
                    .isOne();
        }
        service().stop();
        CommandResult refused = CommandResult.run(Service.launcher(), data, "run", "--port", "0");
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(69);
        assertThat(refused.err().strip().lines().reduce("", (first, second) -> second))
                .contains("was made by a newer Heliograph")
                .contains("Start that version again");
        assertThat(refused.err()).doesNotContain("\tat ");
        assertThat(Machine.processesOf(data)).isEmpty();
    }
}
