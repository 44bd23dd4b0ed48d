package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.heliograph.e2e.Api;
import io.heliograph.kernel.Commitment;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same for other people's clients: every failure below {@code /v1} is OpenAI's error object, by their names. */
@ExtendWith(SharedHouse.class)
class OpenAiFaultTest {
    private static final String IMAGES = "/v1/images/generations";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static HouseFull house;

    @BeforeAll
    static void enter(HouseFull shared) {
        house = shared;
    }

    @AfterAll
    static void look() {
        house.assertNothingWentWrongInside();
    }

    private static Fault image(String name, String body, int status, String code, String param) {
        return Fault.json(name, "key", IMAGES, body, status, code, param);
    }

    static Stream<Fault> faults() {
        String good = "{\"prompt\":\"x\"}";
        return Stream.of(
                image("malformed JSON", "{\"prompt\":", 400, "malformed_request", ""),
                image("a list", "[1]", 400, "malformed_request", ""),
                image("no body", "", 400, "malformed_request", ""),
                image("brackets without end", "[".repeat(100_000), 400, "malformed_request", ""),
                image("broken UTF-8", good, 400, "malformed_request", "")
                        .with("{\"prompt\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1)),
                image("no prompt", "{}", 400, "validation", "prompt"),
                image("wrong type", "{\"prompt\":17}", 400, "validation", "prompt"),
                image("empty prompt", "{\"prompt\":\"\"}", 400, "validation", "prompt"),
                image(
                        "prompt of 100,000 characters",
                        "{\"prompt\":\"" + "x".repeat(100_000) + "\"}",
                        400,
                        "validation",
                        "prompt"),
                image("control characters", "{\"prompt\":\"a\\u0000b\"}", 400, "validation", "prompt"),
                image("half a character", "{\"prompt\":\"a\\ud800b\"}", 400, "validation", "prompt"),
                image(
                        "impossible size",
                        "{\"prompt\":\"x\",\"model\":\"landscapes/scenery\",\"size\":\"99999x99999\"}",
                        422,
                        "bad_option",
                        "size"),
                image("size of no form", "{\"prompt\":\"x\",\"size\":\"big\"}", 400, "validation", "size"),
                image("no pictures", "{\"prompt\":\"x\",\"n\":0}", 400, "validation", "n"),
                image("more pictures than the model makes", "{\"prompt\":\"x\",\"n\":5}", 400, "validation", "n"),
                image(
                        "pictures past every number",
                        "{\"prompt\":\"x\",\"n\":99999999999999999999999}",
                        400,
                        "validation",
                        "n"),
                image("unknown model", "{\"prompt\":\"x\",\"model\":\"dall-e-9\"}", 404, "model_not_found", "model"),
                image(
                        "unknown form",
                        "{\"prompt\":\"x\",\"response_format\":\"tiff\"}",
                        400,
                        "validation",
                        "response_format"),
                image(
                        "no credits",
                        "{\"prompt\":\"x\",\"model\":\"dear/fake-picture\"}",
                        402,
                        "insufficient_quota",
                        ""),
                image("body over the limit", "{\"prompt\":\"" + "x".repeat(300_000) + "\"}", 413, "too_large", ""),
                image("wrong media type", good, 415, "unsupported_media_type", "")
                        .with("Content-Type", "text/plain"),
                Fault.json("nobody", "nobody", IMAGES, good, 401, "invalid_api_key", ""),
                Fault.json("unknown key", "nobody", IMAGES, good, 401, "invalid_api_key", "")
                        .with("Authorization", "Bearer sk-nothing"),
                Fault.json("missing permission", "reader", IMAGES, good, 403, "forbidden", ""),
                Fault.of("unknown result", "key", "GET", "/v1/images/results/abcdefabcdefabcdef", 404, "not_found", ""),
                Fault.of("unknown path", "key", "GET", "/v1/nothing", 404, "not_found", ""),
                Fault.json("a part that is not here", "key", "/v1/chat/completions", good, 404, "not_found", ""),
                Fault.of("wrong method", "key", "DELETE", IMAGES, 405, "method_not_allowed", ""));
    }

    @Commitment("K3")
    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsOpenAisErrorObjectAndChangesNothing(Fault fault) {
        Snapshot before = house.snapshot();
        Api.Reply reply = fault.sendAs(house.as(fault.who()));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(fault.status());
        assertThat(reply.header("content-type")).isEqualTo("application/json");
        JsonNode error = reply.json().path("error");
        assertThat(error.path("code").asText()).as(reply.toString()).isEqualTo(fault.problem());
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(error.path("type").asText()).isNotBlank();
        assertThat(error.path("param").asText(""))
                .isEqualTo(fault.field().isEmpty() ? error.path("param").asText("") : fault.field());
        assertThat(house.snapshot()).isEqualTo(before);
    }
}
