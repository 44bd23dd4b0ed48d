package io.heliograph.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.generation.GenerationState;
import io.heliograph.kernel.JobId;
import io.heliograph.web.contract.Contract;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventsTest {
    /** An open stream. */
    private record Stream(HttpResponse<InputStream> head, BufferedReader lines) implements AutoCloseable {
        static Stream open(ApiFixture api, String query, String... headers) throws Exception {
            HttpRequest.Builder request = api.browser(Contract.BASE_PATH + "/events" + query);
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<InputStream> head =
                    api.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new Stream(head, new BufferedReader(new InputStreamReader(head.body(), StandardCharsets.UTF_8)));
        }

        /** The next event, comments passed over; empty object at the end of the stream. */
        JsonObject next() throws IOException {
            List<String> fields = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && fields.stream().anyMatch(f -> f.startsWith("data:"))) {
                    String data = fields.stream()
                            .filter(f -> f.startsWith("data:"))
                            .findFirst()
                            .orElseThrow();
                    return new JsonObject(data.substring("data:".length()));
                }
                fields.add(line);
            }
            return new JsonObject();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private static JobId running(ApiFixture api) {
        JobId id = new JobId(api.ids.next());
        api.generations.jobs.put(id, api.generations.view(id, "a lake", GenerationState.RUNNING, List.of()));
        return id;
    }

    private static void happened(ApiFixture api, JobId id) {
        api.events.append(api.accounts.ann, "generation", "{\"id\":\"" + id + "\",\"state\":\"running\"}");
    }

    @Test
    void whatHappensIsToldAtOnceAndFitsTheContract() throws Exception {
        try (ApiFixture api = new ApiFixture();
                Stream stream = Stream.open(api, "?after=0")) {
            assertThat(stream.head().headers().firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(stream.head().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            JobId id = running(api);
            happened(api, id);
            JsonObject told = stream.next();
            assertThat(told.getString("type")).isEqualTo("generation");
            assertThat(told.getJsonObject("generation").getString("state")).isEqualTo("running");
            assertThat(api.faults(new JsonObject().put("$ref", "#/components/schemas/Event"), told.encode()))
                    .isEmpty();
            api.events.append(api.accounts.ann, "balance", "{\"available\":3,\"held\":1}");
            assertThat(stream.next().getJsonObject("balance").getInteger("available"))
                    .isEqualTo(3);
        }
    }

    @Test
    void aStreamGoesOnWhereItBrokeOff() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            JobId id = running(api);
            happened(api, id);
            api.events.append(
                    api.accounts.ann, "asset.deleted", "{\"id\":\"" + api.ids.next() + "\",\"change\":\"deleted\"}");
            try (Stream stream = Stream.open(api, "", "Last-Event-ID", "1")) {
                JsonObject told = stream.next();
                assertThat(told.getLong("seq")).isEqualTo(2);
                assertThat(told.getString("change")).isEqualTo("deleted");
            }
        }
    }

    @Test
    void whoeverMissedTooMuchIsToldToLoadAnew() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            for (int i = 0; i < 5; i++) {
                happened(api, running(api));
            }
            api.events.trimmed = 3;
            try (Stream stream = Stream.open(api, "?after=1")) {
                JsonObject told = stream.next();
                assertThat(told.getString("type")).isEqualTo("resync");
                assertThat(told.getLong("seq")).isEqualTo(5);
            }
            JsonObject polled = new JsonObject(
                    api.call("pollEvents", "/events/poll?after=1", "").body());
            assertThat(polled.getJsonArray("items").getJsonObject(0).getString("type"))
                    .isEqualTo("resync");
        }
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            api.accounts.sessionEnds = Instant.parse("2020-01-01T00:00:00Z");
            try (Stream stream = Stream.open(api, "?after=0")) {
                assertThat(stream.next().isEmpty()).isTrue();
            }
        }
    }

    @Test
    void aPollWaitsForNewsAndTellsWhereItStands() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            CompletableFuture<JsonObject> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return new JsonObject(api.call("pollEvents", "/events/poll?after=0&waitSeconds=20", "")
                            .body());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            });
            happened(api, running(api));
            JsonObject answer = waiting.get(30, TimeUnit.SECONDS);
            JsonArray items = answer.getJsonArray("items");
            assertThat(items).hasSize(1);
            assertThat(answer.getLong("last")).isEqualTo(1);
            JsonObject now =
                    new JsonObject(api.call("pollEvents", "/events/poll", "").body());
            assertThat(now.getLong("last")).isEqualTo(1);
            assertThat(now.getJsonArray("items")).isEmpty();
        }
    }

    @Test
    void ofManyEventsOfOneGenerationOnlyTheLastIsTold() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            JobId id = running(api);
            for (int i = 0; i < 10; i++) {
                happened(api, id);
            }
            JsonObject answer = new JsonObject(
                    api.call("pollEvents", "/events/poll?after=0", "").body());
            assertThat(answer.getJsonArray("items")).hasSize(1);
            assertThat(answer.getLong("last")).isEqualTo(10);
        }
    }

    @Test
    void theLatestPreviewIsSentAndWhereThereIsNoneItIsNotFound() throws Exception {
        try (ApiFixture api = new ApiFixture()) {
            JobId id = running(api);
            HttpResponse<String> preview =
                    api.send(api.browser(Contract.BASE_PATH + "/generations/" + id + "/preview?seq=3"));
            assertThat(preview.statusCode()).isEqualTo(200);
            assertThat(preview.headers().firstValue("ETag")).hasValue("\"3\"");
            api.generations.become(id, GenerationState.SUCCEEDED);
            assertThat(api.send(api.browser(Contract.BASE_PATH + "/generations/" + id + "/preview"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
