package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.heliograph.e2e.Api;
import io.heliograph.e2e.CommandResult;
import io.heliograph.e2e.LongRun;
import io.heliograph.e2e.Service;
import io.heliograph.kernel.Commitment;
import io.heliograph.testkit.vendor.FakeVendor;
import io.heliograph.testkit.vendor.PackagedFakes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process is killed, or told to stop, at random moments while it works for a vendor that charges one credit a
 * picture: after the next start no accepted job is lost, none is delivered or charged twice, and the vendor did no work
 * twice. The seed is printed; {@code heliograph.seed} repeats a run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@LongRun
class JobsUnderFireTest {
    private static final int ROUNDS = Boolean.getBoolean("heliograph.long") ? 12 : 2;
    private static final int JOBS = 6;
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final long seed = Long.getLong("heliograph.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final FakeVendor vendor = new FakeVendor(InstantSource.system());
    private final Set<String> accepted = new LinkedHashSet<>();
    private Path folder = Path.of("");
    private Path configuration = Path.of("");
    private long creditsBefore;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Service service;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        System.out.println("seed of the killings: " + seed + " (-Dheliograph.seed=" + seed + ")");
        folder = temporary;
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PackagedFakes.async(plugins);
        Path secret = Files.writeString(folder.resolve("webhook-secret"), "for tests only\n");
        configuration = Files.writeString(folder.resolve("heliograph.yaml"), """
                plugins:
                  folders: [%s]
                generation:
                  lease: 5s
                instances:
                  vendor:
                    plugin: fake-async
                    grants: [environment]
                    local-hosts: ['%s']
                    settings:
                      address: %s
                      webhook-secret: file:%s
                      credits: 1
                """.formatted(
                        plugins, vendor.address().getAuthority(), vendor.address(), secret));
        Installation.copyTo(folder.resolve("data"));
        restart();
        CommandResult granted = command("credits", "grant", "--user", Installation.EMAIL, "--amount", "1000");
        assertThat(granted.exitCode()).as(granted.toString()).isZero();
        creditsBefore = available(Installation.administrator(service));
    }

    @AfterAll
    void stop() {
        service.close();
        vendor.close();
    }

    private void restart() {
        service = Service.start(Service.launcher(), folder.resolve("data"), "--config", configuration.toString());
    }

    private CommandResult command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", configuration.toString()));
        return service.command(all.toArray(String[]::new));
    }

    private static long available(Api who) {
        return who.get("/api/v1/credits").json().path("available").asLong();
    }

    /** Jobs of both kinds: a remote one with polls, and one of the embedded engine. */
    private void submit(Api ada, String round) {
        for (int i = 0; i < JOBS; i++) {
            boolean remote = i % 3 != 2;
            Api.Reply reply = ada.post(
                    "/api/v1/generations",
                    Map.of(
                            "modelId",
                            remote ? "vendor/fake-picture" : "landscapes/scenery",
                            "prompt",
                            round + " " + i,
                            "options",
                            remote ? Map.of("side", 32) : Map.of("width", 256, "height", 256),
                            "count",
                            1));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
            accepted.add(reply.json().path("id").asText());
        }
    }

    private static String state(Api who, String id) {
        return who.get("/api/v1/generations/" + id).json().path("state").asText();
    }

    private void assertNothingLostAndNothingTwice() {
        Api ada = Installation.administrator(service);
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> assertThat(accepted).allMatch(id -> state(ada, id).equals("succeeded")));
        for (String id : accepted) {
            JsonNode job = ada.get("/api/v1/generations/" + id).json();
            assertThat(job.path("results")).as(job.toString()).hasSize(1);
            JsonNode assets =
                    ada.get("/api/v1/assets?generationId=" + id).json().path("items");
            assertThat(assets).hasSize(1);
            assertThat(vendor.submits(id)).isLessThanOrEqualTo(ROUNDS + 2);
        }
        int remote = accepted.size() / 3 * 2;
        assertThat(vendor.jobs()).isEqualTo(remote);
        assertThat(available(ada)).isEqualTo(creditsBefore - remote);
        CommandResult check = command("billing", "check");
        assertThat(check.exitCode()).as(check.toString()).isZero();
    }

    @Test
    @Order(1)
    @Commitment("U1")
    void killedAtRandomMomentsItLosesNoJobAndDeliversNoneTwice() {
        for (int round = 0; round < ROUNDS; round++) {
            Api ada = Installation.administrator(service);
            int begunBefore = vendor.jobs();
            submit(ada, "killed in round " + round);
            // A random number of begun jobs is the random moment; nought is at once after they were accepted.
            int begun = begunBefore + random.nextInt(JOBS / 3 * 2 + 1);
            await().atMost(RECOVERY).pollInterval(Duration.ofMillis(2)).until(() -> vendor.jobs() >= begun);
            service.kill();
            restart();
        }
        assertNothingLostAndNothingTwice();
    }

    @Test
    @Order(2)
    void toldToStopItPutsWorkBackAndFinishesItAfterTheNextStart() {
        vendor.pollsUntilDone(40);
        Api ada = Installation.administrator(service);
        int begunBefore = vendor.jobs();
        submit(ada, "stopped");
        await().atMost(RECOVERY).until(() -> vendor.jobs() > begunBefore);
        assertThat(service.stop()).isIn(0, 143);
        assertThat(service.lines()).contains("Stopped.").noneMatch(line -> line.contains(" ERROR "));
        vendor.pollsUntilDone(1);
        restart();
        assertNothingLostAndNothingTwice();
    }
}
