package io.heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.heliograph.rules.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive that an operator downloads, unpacked and run where there is no Java, no Maven and no Node: the search path
 * holds the three tools that its script names and nothing else. The profile {@code archive} builds the archive.
 */
@EnabledIfSystemProperty(named = "heliograph.archive", matches = "true", disabledReason = "built by -Parchive only")
class ArchiveTest {
    private static final List<String> TOOLS = List.of("bash", "dirname", "readlink");

    @Test
    void itRunsWithNothingInstalledAndMakesAPicture(@TempDir Path temporary) throws Exception {
        Path home = unpack(temporary);
        assertThat(home.resolve("LICENSE")).isNotEmptyFile();
        assertThat(home.resolve("VERSION")).isNotEmptyFile();
        assertThat(home.resolve("README.md")).isNotEmptyFile();
        assertThat(home.resolve("systemd/heliograph.service")).isNotEmptyFile();
        assertThat(home.resolve("licences/THIRD-PARTY.txt")).content().contains("MariaDB Server", "FFmpeg", "GPL-2.0");
        assertThat(home.resolve("sbom/heliograph.cdx.json")).content().contains("CycloneDX");
        Path launcher = home.resolve("bin/heliograph");
        Map<String, String> bare = bareEnvironment(temporary);

        CommandResult version = CommandResult.runIn(List.of(launcher.toString(), "--version"), bare);
        assertThat(version.exitCode()).as(version.toString()).isZero();
        CommandResult check = CommandResult.runIn(
                List.of(
                        launcher.toString(),
                        "config",
                        "check",
                        "--config",
                        home.resolve("config/heliograph.sample.yaml").toString(),
                        "--data",
                        temporary.resolve("unused").toString()),
                bare);
        assertThat(check.exitCode()).as(check.toString()).isZero();

        try (Service service = Service.startIn(bare, launcher, temporary.resolve("data"))) {
            Api ada = service.api();
            ada.becomeAdministrator(service.adminToken(), "ada@example.org", "a lantern by the harbour");
            JsonNode generation = Generations.make(ada, "mountain lake at sunset");
            assertThat(generation.path("state").asText())
                    .as(generation.toString())
                    .isEqualTo("succeeded");
            String asset = generation.path("results").path(0).path("id").asText();
            assertThat(ada.get("/api/v1/assets/" + asset + "/content").status()).isEqualTo(200);
            assertThat(ada.get("/").header("content-type")).startsWith("text/html");
            assertThat(service.stop()).isIn(0, 143);
        }
    }

    private static Path unpack(Path folder) throws IOException {
        Path target = Repository.root().resolve("distribution/target");
        Path archive;
        try (Stream<Path> files = Files.list(target)) {
            archive = files.filter(file -> file.getFileName().toString().matches("heliograph-.*\\.tar\\.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no archive in " + target));
        }
        CommandResult unpacked = CommandResult.run(List.of("tar", "-xzf", archive.toString(), "-C", folder.toString()));
        assertThat(unpacked.exitCode()).as(unpacked.toString()).isZero();
        return folder.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    }

    /** No JAVA_HOME, and a search path with a few tools only. */
    private static Map<String, String> bareEnvironment(Path temporary) throws IOException {
        Path tools = Files.createDirectory(temporary.resolve("tools"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        Path person = Files.createDirectory(temporary.resolve("person"));
        return Map.of("PATH", tools.toString(), "HOME", person.toString(), "LANG", "C.UTF-8");
    }
}
