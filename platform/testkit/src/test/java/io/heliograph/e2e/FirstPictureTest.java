package io.heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.heliograph.kernel.Commitment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The first picture over the API: from an empty folder to a picture, and to nothing left of it on the disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstPictureTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "a lantern by the harbour";

    private Path folder = Path.of("");
    private @Nullable Service started;
    private @Nullable Api administrator;

    @BeforeAll
    void startService(@TempDir Path temporary) {
        folder = temporary;
        Service service = Service.start(folder.resolve("data"));
        Api ada = service.api();
        started = service;
        administrator = ada;
        assertThat(ada.becomeAdministrator(service.adminToken(), EMAIL, PASSWORD)
                        .path("signedIn")
                        .asBoolean())
                .isTrue();
    }

    @AfterAll
    void stopService() {
        // 143 is what a JVM answers to SIGTERM after its orderly stop.
        assertThat(service().stop()).isIn(0, 143);
        assertThat(service().lines()).contains("Stopped.");
    }

    @Test
    @Commitment({"U1", "V1", "R1", "T1"})
    void aPersonMakesFindsAndDeletesAPictureAndTheFileIsGone() {
        List<Path> before = storedFiles();
        JsonNode generation = Generations.make(ada(), "mountain lake at sunset");
        assertThat(generation.path("state").asText()).as(generation.toString()).isEqualTo("succeeded");
        assertThat(generation.path("charged").asBoolean()).isFalse();
        String asset = generation.path("results").path(0).path("id").asText();

        Api.Reply content = ada().get("/api/v1/assets/" + asset + "/content");
        assertThat(content.status()).isEqualTo(200);
        assertThat(content.header("cache-control")).contains("private");
        assertThat(ada().get("/api/v1/assets/" + asset + "/thumbnails/256").status())
                .isEqualTo(200);

        JsonNode details = ada().get("/api/v1/assets/" + asset).json();
        assertThat(details.path("whoCanSee").path("visibility").asText()).isEqualTo("private");
        assertThat(details.path("whereItWent").path("local").asBoolean()).isTrue();
        assertThat(details.path("howLongKept").path("expiresAt").asText()).isNotEmpty();
        assertThat(ada().get("/api/v1/assets").json().path("items").findValuesAsText("id"))
                .contains(asset);

        assertThat(service().api().get("/api/v1/assets/" + asset).status()).isEqualTo(401);

        assertThat(storedFiles()).hasSizeGreaterThan(before.size());
        assertThat(ada().delete("/api/v1/assets/" + asset).status()).isEqualTo(200);
        assertThat(ada().get("/api/v1/assets/" + asset).status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(storedFiles()).hasSize(before.size()));
    }

    @Test
    void anotherPersonsPictureAndOneThatDoesNotExistAreAnsweredAlike() {
        String asset = Generations.make(ada(), "forest")
                .path("results")
                .path(0)
                .path("id")
                .asText();
        String invitation = service()
                .command("invites", "create", "--email", "bob@example.org")
                .lastLine()
                .replaceFirst(".*#", "");
        Api bob = service().api();
        assertThat(bob.signUp(invitation, "bob@example.org", "seven quiet herons")
                        .status())
                .isEqualTo(200);
        for (String path : List.of("", "/content", "/thumbnails/256", "/disclosures")) {
            Api.Reply foreign = bob.get("/api/v1/assets/" + asset + path);
            Api.Reply unknown = bob.get("/api/v1/assets/018f4b2e-0000-7000-8000-000000000001" + path);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(foreign.problem()).isEqualTo(unknown.problem());
        }
    }

    @Test
    void commandsWorkBesideTheRunningService() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "four green bottles\n");
        CommandResult made = service()
                .command("users", "create", "--email", "cleo@example.org", "--password-file", password.toString());
        assertThat(made.exitCode()).as(made.toString()).isZero();
        Api cleo = service().api();
        assertThat(cleo.signIn("cleo@example.org", "four green bottles").status())
                .isEqualTo(200);
        assertThat(cleo.signIn("cleo@example.org", "not this one").problem()).isEqualTo("wrong-credentials");
        CommandResult key = service().command("apikeys", "create", "--user", "cleo@example.org");
        assertThat(key.lastLine()).startsWith("hg_");
        assertThat(cleo.withKey(key.lastLine()).get("/api/v1/models").status()).isEqualTo(200);
        assertThat(service().command("billing", "check").exitCode()).isZero();
        assertThat(service().command("plugins", "list").exitCode()).isZero();
    }

    @Test
    void aSecondServiceOnTheSameFolderIsRefusedInOneSentence() {
        CommandResult second = CommandResult.run(Service.launcher(), service().data(), "run", "--port", "0");
        assertThat(second.exitCode()).isEqualTo(69);
        assertThat(second.err()).doesNotContain("\tat ");
    }

    private Service service() {
        return Objects.requireNonNull(started);
    }

    private Api ada() {
        return Objects.requireNonNull(administrator);
    }

    private List<Path> storedFiles() {
        return StoredFiles.of(service().data());
    }
}
