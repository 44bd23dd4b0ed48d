package io.heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every benchmark runs in tiny sizes and answers. No figure is asserted: a busy machine would fail it. */
@LongRun
class BenchTest {
    private static final List<String> BENCHMARKS =
            List.of("start", "memory", "studio", "picture", "clip", "jobs", "page");
    private static final long LIMIT_MINUTES = 15;

    @Test
    void everyBenchmarkRunsOnAServiceOfItsOwnAndWritesItsFigures(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("figures.json");
        Path said = folder.resolve("said");
        ProcessBuilder bench = new ProcessBuilder(
                        Service.launcher().toString(), "bench", "--quick", "--seed", "7", "--write", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // Nothing of the operator's may reach it: a database that does not exist would end it at once.
        bench.environment().put("HELIOGRAPH_DATABASE_URL", "jdbc:mariadb://127.0.0.1:1/nowhere");
        bench.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder);
        Process process = bench.start();
        assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();

        JsonNode figures = new ObjectMapper().readTree(file.toFile());
        assertThat(figures.path("seed").asInt()).isEqualTo(7);
        assertThat(figures.path("processor").asText()).isNotEmpty();
        assertThat(figures.path("figures").findValuesAsText("benchmark")).containsAll(BENCHMARKS);
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("heliograph-bench-"));
        }
    }

    @Test
    void aBenchmarkThatThereIsNotIsRefusedAndNothingIsStarted() throws Exception {
        CommandResult result = CommandResult.run(List.of(Service.launcher().toString(), "bench", "speed"));
        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err()).contains("speed").contains("jobs");
    }
}
