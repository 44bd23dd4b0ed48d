package io.heliograph.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.generation.GenerationState;
import io.heliograph.core.generation.GenerationView;
import io.heliograph.kernel.AssetId;
import io.heliograph.policy.Actor;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenAiTest {
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static ApiFixture api;

    @SuppressWarnings("NullAway.Init")
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        api = new ApiFixture();
        String wish = "{\"name\":\"client\",\"scopes\":[\"models:read\",\"generations:create\"]}";
        key = new JsonObject(api.call("createApiKey", "/account/api-keys", wish).body()).getString("key");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static HttpRequest.Builder client(String path) {
        return api.request(path).header("Authorization", "Bearer " + key);
    }

    private static HttpRequest.Builder images(String body) {
        return client("/v1/images/generations")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Asks, lets the engine finish, and gives the answer. */
    private static HttpResponse<String> make(String body, GenerationState end, AssetId... results) throws Exception {
        int before = api.generations.jobs.size();
        CompletableFuture<HttpResponse<String>> answer =
                api.client.sendAsync(images(body).build(), HttpResponse.BodyHandlers.ofString());
        while (api.generations.jobs.size() == before && !answer.isDone()) {
            Thread.onSpinWait();
        }
        List<GenerationView> open = api.generations.jobs.values().stream()
                .filter(job -> !job.state().finished())
                .toList();
        open.forEach(job -> api.generations.become(job.id(), end, results));
        api.events.append(api.accounts.ann, "generation", "{}");
        return answer.get(40, TimeUnit.SECONDS);
    }

    @Test
    void modelsAreListedAndFilmsAreToldByTheirName() throws Exception {
        JsonObject list = new JsonObject(api.send(client("/v1/models")).body());
        assertThat(list.getString("object")).isEqualTo("list");
        assertThat(list.getJsonArray("data").getJsonObject(0).getString("id")).isEqualTo("landscapes/landscapes-v1");
        assertThat(list.getJsonArray("data").getJsonObject(1).getString("id")).isEqualTo("landscapes/clips-video");
    }

    @Test
    void theBytesComeInTheAnswer() throws Exception {
        AssetId made = api.assets.add(false);
        HttpResponse<String> answer = make(
                "{\"prompt\":\"a lake\",\"response_format\":\"b64_json\",\"size\":\"512x512\",\"quality\":\"hd\",\"user\":\"u\",\"n\":1}",
                GenerationState.SUCCEEDED,
                made);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String bytes = new JsonObject(answer.body())
                .getJsonArray("data")
                .getJsonObject(0)
                .getString("b64_json");
        assertThat(Base64.getDecoder().decode(bytes)).hasSize(100);
        assertThat(api.generations.wishes.getLast().options()).containsEntry("size", "512x512");
    }

    @Test
    void aLinkOpensWithoutAKeyAndDiesWithItsPicture() throws Exception {
        AssetId made = api.assets.add(false);
        HttpResponse<String> answer = make("{\"prompt\":\"a lake\"}", GenerationState.SUCCEEDED, made);
        String url = new JsonObject(answer.body())
                .getJsonArray("data")
                .getJsonObject(0)
                .getString("url");
        HttpResponse<String> opened = api.send(api.request(url));
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(opened.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(opened.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        api.assets.delete(Actor.person(api.accounts.ann), List.of(made));
        assertThat(api.send(api.request(url)).statusCode()).isEqualTo(404);
        assertThat(api.send(api.request(url + "x")).statusCode()).isEqualTo(404);
    }

    @Test
    void aStreamEndsWithThePicture() throws Exception {
        AssetId made = api.assets.add(false);
        HttpResponse<String> answer =
                make("{\"prompt\":\"a lake\",\"stream\":true,\"partial_images\":2}", GenerationState.SUCCEEDED, made);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.body()).contains("event: image_generation.completed").contains("\"b64_json\"");
    }

    @Test
    void aFailureIsOpenAisErrorObject() throws Exception {
        assertError(make("{\"prompt\":\"a lake\"}", GenerationState.FAILED), 502, "server_error", "provider_failed");
        assertError(api.send(images("{\"prompt\":\"too dear\"}")), 402, "insufficient_quota", "insufficient_quota");
        assertError(
                api.send(images("{\"prompt\":\"x\",\"model\":\"dall-e-9\"}")),
                404,
                "invalid_request_error",
                "model_not_found");
        assertError(api.send(images("{\"prompt\":\"x\",\"n\":11}")), 400, "invalid_request_error", "validation");
        assertError(
                api.send(images("{\"prompt\":\"x\",\"size\":\"3x3\"}")), 400, "invalid_request_error", "validation");
        assertError(api.send(images("{\"prompt\":\"\"}")), 400, "invalid_request_error", "validation");
        assertError(api.send(images("{\"prompt\":")), 400, "invalid_request_error", "malformed_request");
        assertError(
                api.send(images("{\"prompt\":\"" + "x".repeat(300_000) + "\"}")),
                413,
                "invalid_request_error",
                "too_large");
        assertError(api.send(api.request("/v1/models")), 401, "invalid_request_error", "invalid_api_key");
        assertError(
                api.send(api.request("/v1/models").header("Authorization", "Bearer sk-nothing")),
                401,
                "invalid_request_error",
                "invalid_api_key");
    }

    private static void assertError(HttpResponse<String> answer, int status, String type, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonObject error = new JsonObject(answer.body()).getJsonObject("error");
        assertThat(error.getString("type")).isEqualTo(type);
        assertThat(error.getString("code")).isEqualTo(code);
        assertThat(error.getString("message")).isNotBlank();
        assertThat(error.containsKey("param")).isTrue();
    }
}
