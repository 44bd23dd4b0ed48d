package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.e2e.Api;
import io.heliograph.e2e.Service;
import io.heliograph.testkit.vendor.PackagedFakes;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database stands still for ten seconds while people ask for pictures. */
class DatabaseAwayTest {
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final int CLIENTS = 4;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final List<Api.Reply> refused = new CopyOnWriteArrayList<>();
    private final List<String> strange = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final CountDownLatch enough = new CountDownLatch(1);

    @Test
    void whileTheDatabaseIsAwayTheAnswerIs503AndNoAcceptedJobIsLost(@TempDir Path folder) throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PackagedFakes.sync(plugins);
        Path configuration = Files.writeString(folder.resolve("heliograph.yaml"), """
                plugins:
                  folders: [%s]
                limits:
                  requests-per-minute: 100000
                  address-requests-per-minute: 100000
                  generations-per-hour: 100000
                instances:
                  quick:
                    plugin: fake-sync
                    grants: [environment]
                """.formatted(plugins));
        Path data = Installation.copyTo(folder.resolve("data"));
        try (Service service = Service.start(Service.launcher(), data, "--config", configuration.toString())) {
            Api ada = Installation.administrator(service);
            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (int client = 0; client < CLIENTS; client++) {
                    clients.execute(() -> askAgainAndAgain(ada));
                }
                try {
                    standStill(service, data, ada);
                } finally {
                    enough.countDown(); // before the pool closes, which waits for its threads
                }
            }
            assertThat(service.process().isAlive()).isTrue();
            assertThat(strange).isEmpty();
            assertThat(refused).isNotEmpty().allSatisfy(reply -> {
                assertThat(reply.problem()).isIn("unavailable", "busy");
                assertThat(Integer.parseInt(reply.header("retry-after"))).isPositive();
            });
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(accepted.stream()
                                    .collect(Collectors.groupingBy(
                                            id -> ada.get("/api/v1/generations/" + id)
                                                    .json()
                                                    .path("state")
                                                    .asText(),
                                            Collectors.counting())))
                            .containsOnlyKeys("succeeded"));
            assertThat(service.command("billing", "check", "--config", configuration.toString())
                            .exitCode())
                    .isZero();
        }
    }

    /** Stops the database while wishes come, lets it go on, and waits until wishes are taken again. */
    private void standStill(Service service, Path data, Api ada) {
        await().atMost(Duration.ofMinutes(1)).until(() -> accepted.size() >= 5);
        ProcessHandle server = Books.server(data);
        Machine.signal(server, "STOP");
        long awayUntil = System.nanoTime() + AWAY.toNanos();
        try {
            await().atMost(AWAY).until(() -> service.api().get("/health/ready").status() == 503);
            // The clients' own wishes may be in the middle of a statement, and wait with it; whoever comes now is
            // refused.
            await().atMost(AWAY.multipliedBy(3)).until(() -> {
                ask(ada);
                return !refused.isEmpty();
            });
            await().atMost(AWAY).until(() -> System.nanoTime() > awayUntil);
        } finally {
            Machine.signal(server, "CONT");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.api().get("/health/ready").status() == 200);
        int before = accepted.size();
        await().atMost(Duration.ofSeconds(30)).until(() -> accepted.size() > before + 5);
    }

    /** One client: the next wish follows the answer to the one before. */
    private void askAgainAndAgain(Api ada) {
        try {
            while (!enough.await(50, TimeUnit.MILLISECONDS)) {
                ask(ada);
            }
        } catch (UncheckedIOException | InterruptedException broken) {
            strange.add(broken.toString());
        }
    }

    private void ask(Api ada) {
        Api.Reply reply = ada.post(
                "/api/v1/generations",
                Map.of(
                        "modelId",
                        "quick/fake-picture",
                        "prompt",
                        "wish " + number.incrementAndGet(),
                        "options",
                        Map.of("side", 16, "steps", 1),
                        "count",
                        1));
        switch (reply.status()) {
            case 202 -> accepted.add(reply.json().path("id").asText());
            case 503 -> refused.add(reply);
            default -> strange.add(reply.toString());
        }
    }
}
