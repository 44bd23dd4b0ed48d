package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.heliograph.e2e.Api;
import io.heliograph.e2e.CommandResult;
import io.heliograph.e2e.Generations;
import io.heliograph.e2e.Service;
import io.heliograph.e2e.StoredFiles;
import io.heliograph.kernel.Commitment;
import io.heliograph.testkit.vendor.PackagedFakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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
 * Somebody is erased while a vendor works for them: while the job runs, while its result is half transferred, after the
 * service was killed and started again, and by another process on the same database and store. Whatever the vendor still
 * delivers, no byte of it lands, nobody is charged and nothing stays held. The vendor holds each job as long as the test
 * wants, so the twenty seconds that such work takes are as many as the worst case needs and none is waited for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Commitment({"G3", "T2"})
class EraseDuringJobTest {
    private static final String PASSWORD = "seven quiet herons";
    private static final String MODEL = "slow/fake-picture";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** Long enough for several looks of the worker, which asks the vendor five times a second. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final SlowVendor vendor = new SlowVendor();
    private Path folder = Path.of("");
    private Path data = Path.of("");
    private @Nullable Service running;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        data = Installation.copyTo(folder.resolve("data"));
        PackagedFakes.async(Files.createDirectory(folder.resolve("plugins")));
        Files.writeString(folder.resolve("secret"), "not much of a secret\n");
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        running = Service.start(Service.launcher(), data, "--config", configuration("one", ""));
    }

    @AfterAll
    void stop() {
        vendor.close();
        if (running != null) {
            running.close();
        }
    }

    /** The store and the slow engine, alike for every process. */
    private String configuration(String name, String more) throws IOException {
        return Files.writeString(
                        folder.resolve(name + ".yaml"), """
                plugins:
                  folders: [%1$s/plugins]
                instances:
                  files:
                    plugin: storage-filesystem
                    role: media
                    grants: [files]
                    settings:
                      folder: %1$s/store
                  slow:
                    plugin: fake-async
                    grants: [environment]
                    local-hosts: ['%2$s']
                    settings:
                      address: %3$s
                      webhook-secret: file:%1$s/secret
                      credits: 5
                limits:
                  sign-in-per-minute: 1000
                """.formatted(folder, vendor.host(), vendor.address()) + more)
                .toString();
    }

    @Test
    @Order(1)
    void whileTheJobRuns() {
        Api bea = person("bea");
        SlowVendor.Job job = begin(bea, "alpha");
        String receipt = erase(bea);
        job.finish();
        job.release();
        assertErased(service(), receipt);
    }

    @Test
    @Order(2)
    void whileTheResultIsHalfTransferred() {
        Api cleo = person("cleo");
        SlowVendor.Job job = begin(cleo, "beta");
        job.finish();
        job.awaitHalfSent();
        String receipt = erase(cleo);
        job.release();
        job.awaitTransferEnded();
        assertErased(service(), receipt);
    }

    @Test
    @Order(3)
    void fromAnotherProcessOnTheSameDatabaseAndStore() throws IOException {
        Api dora = person("dora");
        SlowVendor.Job job = begin(dora, "gamma");
        job.finish();
        job.awaitHalfSent();
        String other = configuration("two", """
                database:
                  url: jdbc:mariadb://127.0.0.1:%s/heliograph
                  user: heliograph
                  password: file:%2$s/database/password
                  tls: disable
                keys:
                  master: file:%2$s/master.key
                """.formatted(Books.note(data).getProperty("port"), data));
        try (Service second = Service.start(Service.launcher(), folder.resolve("other"), "--config", other)) {
            Api there = second.api();
            assertThat(there.signIn(address("dora"), PASSWORD).status()).isEqualTo(200);
            String receipt = erase(there);
            job.release();
            job.awaitTransferEnded();
            assertErased(second, receipt);
        }
    }

    @Test
    @Order(4)
    void acrossAKillAndARestart() throws IOException {
        Api emil = person("emil");
        SlowVendor.Job job = begin(emil, "delta");
        service().kill();
        Service again = Service.start(Service.launcher(), data, "--config", configuration("one", ""));
        running = again;
        Api back = again.api();
        assertThat(back.signIn(address("emil"), PASSWORD).status()).isEqualTo(200);
        String receipt = erase(back);
        job.finish();
        job.release();
        assertErased(again, receipt);
    }

    private Api person(String name) {
        CommandResult made = service()
                .command(
                        "users",
                        "create",
                        "--email",
                        address(name),
                        "--password-file",
                        folder.resolve("password").toString());
        assertThat(made.exitCode()).as(made.toString()).isZero();
        Api person = service().api();
        assertThat(person.signIn(address(name), PASSWORD).status()).isEqualTo(200);
        return person;
    }

    private static String address(String name) {
        return name + "@example.org";
    }

    /** Begins a job and waits until the vendor works on it. */
    private SlowVendor.Job begin(Api person, String word) {
        Generations.begin(person, MODEL, "a tower called " + word, Map.of());
        SlowVendor.Job job = vendor.job(word);
        job.awaitSubmitted();
        await().atMost(LIMIT).until(() -> job.polls() > 0);
        assertThat(person.get("/api/v1/credits").json().path("held").asInt()).isEqualTo(5);
        return job;
    }

    /** Erases the account at once and answers the code of its receipt. */
    private static String erase(Api person) {
        Api.Reply taken = person.post("/api/v1/account/erasure", Map.of("password", PASSWORD, "atOnce", true));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
        return taken.json().path("receiptUrl").asText().replaceFirst(".*#", "");
    }

    private void assertErased(Service service, String receipt) {
        JsonNode done = await("the receipt")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> service.api()
                                .post("/api/v1/erasure-receipts/inspect", Map.of("token", receipt))
                                .json(),
                        told -> told.path("state").asText().equals("done"));
        assertThat(done.path("signed").asText()).isNotEmpty();
        try (Books books = Books.of(data)) {
            await("no byte lands").during(QUIET).atMost(LIMIT).untilAsserted(() -> {
                assertThat(StoredFiles.under(folder.resolve("store"))).isEmpty();
                assertThat(books.number("select count(*) from asset")).isZero();
                assertThat(books.number("select count(*) from generation_job")).isZero();
                assertThat(books.number(
                                "select coalesce(sum(balance), 0) from ledger_account where account = 'RESERVED'"))
                        .isZero();
            });
        }
        CommandResult check = this.service().command("billing", "check");
        assertThat(check.exitCode()).as(check.toString()).isZero();
    }

    private Service service() {
        return Objects.requireNonNull(running);
    }
}
