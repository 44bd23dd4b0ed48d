package io.heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.heliograph.kernel.Commitment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** People leave: what they asked to go is gone, also what was still being made, and they hold a receipt of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Commitment("G3")
@LongRun
class LeavingTest {
    private static final String PASSWORD = "a lantern by the harbour";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Path folder = Path.of("");
    private @Nullable Service started;
    private @Nullable Api administrator;

    @BeforeAll
    void startService(@TempDir Path temporary) {
        folder = temporary;
        Service service = Service.start(folder.resolve("data"));
        started = service;
        administrator = service.api();
        administrator.becomeAdministrator(service.adminToken(), "ada@example.org", PASSWORD);
    }

    @AfterAll
    void stopService() {
        assertThat(service().stop()).isIn(0, 143);
    }

    @Test
    void aWishCanBeTakenBackUntilItsDayAndNeedsThePassword() {
        Api bob = person("bob@example.org");
        assertThat(leave(bob, "not my password", false).problem()).isEqualTo("wrong-credentials");
        Api.Reply asked = leave(bob, PASSWORD, false);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        assertThat(asked.json().path("state").asText()).isEqualTo("scheduled");
        assertThat(bob.get("/api/v1/account/erasure").json().path("dueAt").asText())
                .isNotEmpty();
        assertThat(receipt(asked).path("state").asText()).isEqualTo("scheduled");
        assertThat(people("bob@example.org").path("erasure").path("state").asText())
                .isEqualTo("scheduled");

        assertThat(bob.delete("/api/v1/account/erasure").status()).isEqualTo(204);
        assertThat(bob.delete("/api/v1/account/erasure").status()).isEqualTo(404);
        assertThat(bob.get("/api/v1/account/erasure").json().path("state").asText())
                .isEqualTo("none");
    }

    @Test
    void atOnceEverythingGoesAlsoWhatIsStillBeingMade() throws Exception {
        List<Path> before = storedFiles();
        Api cleo = person("cleo@example.org");
        JsonNode first = make(cleo, "a quiet lake");
        await().atMost(PATIENCE).until(() -> state(cleo, first).equals("succeeded"));
        assertThat(storedFiles()).hasSizeGreaterThan(before.size());
        assertThat(people("cleo@example.org").path("items").asInt()).isEqualTo(1);
        for (int i = 0; i < 6; i++) {
            make(cleo, "a hill, number " + i);
        }

        Api.Reply asked = leave(cleo, PASSWORD, true);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        assertThat(asked.json().path("state").asText()).isEqualTo("running");
        assertThat(cleo.get("/api/v1/assets").status()).isEqualTo(401);
        assertThat(service().api().signIn("cleo@example.org", PASSWORD).problem())
                .isEqualTo("wrong-credentials");

        awaitDone(asked);
        JsonNode receipt = receipt(asked);
        assertThat(receipt.path("lines").findValuesAsText("what")).contains("asset", "person", "credential", "key");
        // whatever was on its way when the order came has nowhere to go: the count stays where it was
        await().during(Duration.ofSeconds(5))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(storedFiles()).hasSize(before.size()));

        Path signed = Files.writeString(
                folder.resolve("receipt.jws"), receipt.path("signed").asText());
        CommandResult verified = service().command("receipts", "verify", signed.toString());
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
        assertThat(verified.lastLine()).contains(asked.json().path("orderId").asText());
        Path forged = Files.writeString(
                folder.resolve("forged.jws"), receipt.path("signed").asText().replaceFirst("\\.(.)", ".X$1"));
        assertThat(service().command("receipts", "verify", forged.toString()).exitCode())
                .isEqualTo(1);
    }

    @Test
    void theLastAdministratorStaysAndOthersGoByTheirHand() {
        assertThat(leave(ada(), PASSWORD, true).problem()).isEqualTo("conflict");
        person("dan@example.org");
        String dan = people("dan@example.org").path("id").asText();
        Api.Reply asked = ada().post("/api/v1/admin/people/" + dan + "/erasure", Map.of("atOnce", true));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        awaitDone(asked);
        assertThat(ada().get("/api/v1/admin/people/" + dan).status()).isEqualTo(404);
    }

    /** An address may try twenty codes an hour, so one looks seldom. */
    private void awaitDone(Api.Reply asked) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(8))
                .until(() -> receipt(asked).path("state").asText().equals("done"));
    }

    private Api person(String email) {
        String invitation = service()
                .command("invites", "create", "--email", email)
                .lastLine()
                .replaceFirst(".*#", "");
        Api person = service().api();
        assertThat(person.signUp(invitation, email, PASSWORD).status()).isEqualTo(200);
        return person;
    }

    private static Api.Reply leave(Api person, String password, boolean atOnce) {
        return person.post("/api/v1/account/erasure", Map.of("password", password, "atOnce", atOnce));
    }

    private JsonNode receipt(Api.Reply asked) {
        String code = asked.json().path("receiptUrl").asText().replaceFirst(".*#", "");
        return service()
                .api()
                .post("/api/v1/erasure-receipts/inspect", Map.of("token", code))
                .json();
    }

    private JsonNode people(String email) {
        return ada().get("/api/v1/admin/people?q=" + email).json().path("items").path(0);
    }

    private static JsonNode make(Api person, String prompt) {
        String model =
                person.get("/api/v1/models").json().path("defaultImageModelId").asText();
        Api.Reply accepted = person.post(
                "/api/v1/generations", Map.of("modelId", model, "prompt", prompt, "options", Map.of(), "count", 1));
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return accepted.json();
    }

    private static String state(Api person, JsonNode generation) {
        return person.get("/api/v1/generations/" + generation.path("id").asText())
                .json()
                .path("state")
                .asText();
    }

    private List<Path> storedFiles() throws IOException {
        Path media = folder.resolve("data").resolve("instances");
        try (Stream<Path> files = Files.exists(media) ? Files.walk(media) : Stream.of()) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Service service() {
        return Objects.requireNonNull(started);
    }

    private Api ada() {
        return Objects.requireNonNull(administrator);
    }
}
