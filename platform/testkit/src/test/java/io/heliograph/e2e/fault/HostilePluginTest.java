package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.heliograph.e2e.Api;
import io.heliograph.e2e.CommandResult;
import io.heliograph.e2e.LongRun;
import io.heliograph.e2e.Service;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plugins that are none, and one that takes every core: the service serves, and tells who it was. */
@LongRun
class HostilePluginTest {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long READY_MILLIS = 200;
    private static final int SPIN_SECONDS = 14;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Service service;

    @SuppressWarnings("NullAway.Init")
    private static CommandResult list;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PluginJars.spinning(plugins);
        PluginJars.corrupt(plugins);
        PluginJars.withoutManifest(plugins);
        PluginJars.withManifest(
                plugins, "other-spi.jar", "id: other-spi\nversion: 1.0.0\nspi: 9.9\nkinds: [provider]\nneeds: []\n");
        PluginJars.withManifest(plugins, "no-sense.jar", "id: [\n");
        // A lease of 5 s runs out almost three times while the engine spins.
        Path configuration =
                Files.writeString(folder.resolve("heliograph.yaml"), """
                plugins:
                  folders: [%s]
                generation:
                  lease: 5s
                instances:
                  spinner:
                    plugin: spinning
                    concurrency: %d
                    settings:
                      seconds: %d
                  ghost:
                    plugin: nobody-has-it
                """.formatted(plugins, CORES, SPIN_SECONDS));
        service = Service.start(
                Service.launcher(), Installation.copyTo(folder.resolve("data")), "--config", configuration.toString());
        list = service.command("plugins", "list", "--config", configuration.toString());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /**
     * A plugin that does not run.
     *
     * @param line which, as the list names it
     * @param why in the same line or the one below
     */
    record Broken(String line, String why, String remedy) {
        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(
                new Broken("corrupt.jar", "is not a readable jar", "Copy or download it again"),
                new Broken("no-manifest.jar", "is no plugin", "Remove it from the plugins folder"),
                new Broken("other-spi.jar", "is made for SPI", "Take a version of the plugin"),
                new Broken("no-sense.jar", "is not valid", "corrected jar"),
                new Broken("ghost", "no plugin nobody-has-it is loaded", "Loaded plugins:"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aPluginThatDoesNotRunIsNamedWithAReasonAndARemedy(Broken row) {
        assertThat(list.exitCode()).as(list.toString()).isEqualTo(1);
        String found = list.out()
                .lines()
                .filter(line -> line.contains(row.line()) && line.contains(row.why()))
                .findFirst()
                .orElseGet(list::toString);
        assertThat(found).contains(row.why()).contains(row.remedy());
        assertThat(list.out()).contains("landscapes  running").doesNotContain("\tat ");
        assertThat(list.err()).doesNotContain("\tat ");
    }

    @Test
    void theServiceServesAllTheSameAndItsLogHasNoStackTrace() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> service.api().get("/health/ready").status() == 200);
        Api ada = Installation.administrator(service);
        JsonNode made = HouseFull.finished(ada, HouseFull.wish(ada, "landscapes/scenery", "a lake"));
        assertThat(made.path("state").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(service.lines()).noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void whileEveryCoreSpinsHealthAnswersAndNoLeaseIsLost() {
        double busyBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Api ada = Installation.administrator(service);
        Api anybody = service.api();
        List<String> jobs = new ArrayList<>();
        for (int spinner = 0; spinner < CORES; spinner++) {
            Api.Reply accepted = ada.post(
                    "/api/v1/generations", Map.of("modelId", "spinner/top", "prompt", "top " + spinner, "count", 1));
            assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
            jobs.add(accepted.json().path("id").asText());
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jobs.stream().noneMatch(id -> state(ada, id).equals("queued")));

        List<Long> millis = new ArrayList<>();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    long begun = System.nanoTime();
                    assertThat(anybody.get("/health/ready").status()).isEqualTo(200);
                    millis.add((System.nanoTime() - begun) / 1_000_000);
                    return jobs.stream().noneMatch(id -> state(ada, id).equals("running"));
                });
        Collections.sort(millis);
        long median = millis.get(millis.size() / 2);
        String figures = "health answers while " + CORES + " cores spin: median " + median + " ms, slowest "
                + millis.getLast() + " ms of " + millis.size() + "; load before " + busyBefore;
        System.out.println(figures);
        assertThat(millis.size()).isGreaterThan(10);
        if (busyBefore < 2 * CORES) {
            // On a machine that others keep busy too the figure says nothing about us.
            assertThat(median).as(figures).isLessThanOrEqualTo(READY_MILLIS);
        }

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(jobs).allMatch(id -> state(ada, id).equals("succeeded")));
        try (Books books = Books.of(service.data())) {
            assertThat(books.column("select attempts from generation_job where instance_id = 'spinner'"))
                    .hasSize(CORES)
                    .containsOnly("1");
        }
        assertThat(service.lines()).noneMatch(line -> line.contains("somebody else's by now"));
    }

    private static String state(Api who, String id) {
        return who.get("/api/v1/generations/" + id).json().path("state").asText();
    }
}
