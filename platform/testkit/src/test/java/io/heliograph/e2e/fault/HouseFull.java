package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.heliograph.e2e.Api;
import io.heliograph.e2e.Service;
import io.heliograph.testkit.vendor.PackagedFakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A running service with everybody in it whom the tables need: {@code ada} the administrator with a picture of her own,
 * {@code bob} a person, {@code key} a program of his that may make pictures, {@code reader} one that may only look, and
 * {@code nobody}. An engine named {@code dear} asks for more credits than anybody has.
 */
final class HouseFull implements AutoCloseable {
    static final String UNKNOWN = "018f4b2e-0000-7000-8000-000000000001";
    static final String BOB = "bob@example.org";
    static final String BOBS_PASSWORD = "seven quiet herons";

    private final Service service;
    private final Map<String, Api> people = new HashMap<>();
    private final String adasPicture;
    private final String adasJob;

    private HouseFull(Service service) {
        this.service = service;
        Api ada = Installation.administrator(service);
        people.put("ada", ada);
        people.put("nobody", service.api());
        String invitation = ada.post("/api/v1/admin/invites", Map.of("email", BOB))
                .json()
                .path("url")
                .asText()
                .replaceFirst(".*#", "");
        Api bob = service.api();
        require(200, bob.signUp(invitation, BOB, BOBS_PASSWORD));
        people.put("bob", bob);
        people.put("key", key(bob, "generations:create", "models:read", "assets:read"));
        people.put("reader", key(bob, "models:read"));
        JsonNode made = finished(ada, require(202, wish(ada, "landscapes/scenery", "a lake")));
        this.adasJob = made.path("id").asText();
        this.adasPicture = made.path("results").path(0).path("id").asText();
    }

    /** Starts it in a folder of its own. */
    static HouseFull open(Path folder) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PackagedFakes.sync(plugins);
        Path configuration = Files.writeString(folder.resolve("heliograph.yaml"), """
                plugins:
                  folders: [%s]
                instances:
                  dear:
                    plugin: fake-sync
                    grants: [environment]
                    settings:
                      credits: 1000000
                limits:
                  upload-bytes: 1000000
                """.formatted(plugins));
        return new HouseFull(Service.start(
                Service.launcher(), Installation.copyTo(folder.resolve("data")), "--config", configuration.toString()));
    }

    private Api key(Api owner, String... scopes) {
        Api.Reply made =
                owner.post("/api/v1/account/api-keys", Map.of("name", "key for tests", "scopes", List.of(scopes)));
        return owner.withKey(require(201, made).json().path("key").asText());
    }

    private static Api.Reply require(int status, Api.Reply reply) {
        if (reply.status() != status) {
            throw new IllegalStateException("expected " + status + ": " + reply);
        }
        return reply;
    }

    /** Asks for one picture. */
    static Api.Reply wish(Api who, String model, String prompt) {
        return who.post(
                "/api/v1/generations",
                Map.of("modelId", model, "prompt", prompt, "options", Map.of("width", 64, "height", 64), "count", 1));
    }

    /** Waits for the end of a generation that was accepted. */
    static JsonNode finished(Api who, Api.Reply accepted) {
        String id = accepted.json().path("id").asText();
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> who.get("/api/v1/generations/" + id).json(),
                        job -> List.of("succeeded", "failed", "canceled")
                                .contains(job.path("state").asText()));
    }

    Service service() {
        return service;
    }

    Api as(String who) {
        return Objects.requireNonNull(people.get(who), who);
    }

    /** A picture that only ada may see. */
    String adasPicture() {
        return adasPicture;
    }

    /** The generation that made it. */
    String adasJob() {
        return adasJob;
    }

    /** Bad input is nothing that the log calls an error, and no stack trace. */
    void assertNothingWentWrongInside() {
        assertThat(service.troubles()).isEmpty();
    }

    /** What is kept now. */
    Snapshot snapshot() {
        return Snapshot.of(service.data());
    }

    @Override
    public void close() {
        service.close();
    }
}
