package io.heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Making things over the API. */
public final class Generations {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> ENDED = List.of("succeeded", "failed", "canceled");

    private Generations() {}

    /** Makes one picture with the model that is offered first, and answers when it has ended, well or badly. */
    public static JsonNode make(Api person, String prompt) {
        String model =
                person.get("/api/v1/models").json().path("defaultImageModelId").asText();
        return ended(person, begin(person, model, prompt, Map.of()));
    }

    /** Asks for one result and answers the id of what was accepted. */
    public static String begin(Api person, String model, String prompt, Map<String, Object> options) {
        Api.Reply accepted = person.post(
                "/api/v1/generations", Map.of("modelId", model, "prompt", prompt, "options", options, "count", 1));
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return accepted.json().path("id").asText();
    }

    /** Waits for its end. */
    public static JsonNode ended(Api person, String generation) {
        return await().atMost(LIMIT)
                .until(
                        () -> person.get("/api/v1/generations/" + generation).json(),
                        job -> ENDED.contains(job.path("state").asText()));
    }
}
