package io.heliograph.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.kernel.Commitment;
import io.heliograph.policy.Purpose;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Commitment("K3")
class BadInputTest {
    private static final AtomicInteger HANDLED = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EdgeFixture edge;

    @BeforeAll
    static void start() throws Exception {
        edge = EdgeFixture.start(routes -> EdgeFixture.plain(routes, "makeThing", "listThings")
                .on("makeThing", Purpose.GENERATION, BadInputTest::count)
                .on("listThings", Purpose.VIEW, BadInputTest::count));
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    private static Reply count(Call call) {
        HANDLED.incrementAndGet();
        return Reply.accepted(new JsonObject());
    }

    /** One way to be wrong. @param fields what the problem must name, as {@code field keyword} */
    record Fault(String name, String body, int status, String slug, List<String> fields) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("broken JSON", "{\"prompt\":", 400, "malformed-request", List.of()),
                new Fault("not an object", "[1]", 400, "validation", List.of("/ type")),
                new Fault("no body", "", 400, "validation", List.of("/ required")),
                new Fault("missing field", "{}", 400, "validation", List.of("/ required")),
                new Fault(
                        "unknown field",
                        "{\"prompt\":\"x\",\"colour\":1}",
                        400,
                        "validation",
                        List.of("/colour additionalProperties")),
                new Fault("wrong type", "{\"prompt\":17}", 400, "validation", List.of("/prompt type")),
                new Fault("empty prompt", "{\"prompt\":\"\"}", 400, "validation", List.of("/prompt minLength")),
                new Fault(
                        "long prompt",
                        "{\"prompt\":\"" + "x".repeat(100_000) + "\"}",
                        400,
                        "validation",
                        List.of("/prompt maxLength")),
                new Fault(
                        "control characters",
                        "{\"prompt\":\"a\\u0000b\"}",
                        400,
                        "validation",
                        List.of("/prompt pattern")),
                new Fault(
                        "impossible count",
                        "{\"prompt\":\"x\",\"count\":9}",
                        400,
                        "validation",
                        List.of("/count maximum")),
                new Fault(
                        "two faults at once",
                        "{\"prompt\":\"\",\"count\":0}",
                        400,
                        "validation",
                        List.of("/prompt minLength", "/count minimum")),
                new Fault(
                        "body over the limit",
                        "{\"prompt\":\"" + "x".repeat(300_000) + "\"}",
                        413,
                        "too-large",
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aBadBodyIsRefusedByNameAndReachesNoHandler(Fault fault) throws Exception {
        int before = HANDLED.get();
        HttpResponse<String> answer = edge.send(edge.change("/api/v1/things", fault.body()));
        EdgeTest.assertProblem(answer, fault.status(), fault.slug());
        assertThat(errors(answer)).containsAll(fault.fields());
        assertThat(HANDLED).hasValue(before);
    }

    @Test
    void aFaultIsSaidInTheLanguageOfTheAnswer() throws Exception {
        assertThat(detail("en")).isEqualTo("Is another kind of value than is asked for.");
        assertThat(detail("de")).isEqualTo("Ist ein anderer Wert als gefragt.");
    }

    private static String detail(String language) throws Exception {
        HttpResponse<String> answer =
                edge.send(edge.change("/api/v1/things", "{\"prompt\":17}").header("Accept-Language", language));
        return new JsonObject(answer.body())
                .getJsonArray("errors")
                .getJsonObject(0)
                .getString("detail");
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        HttpResponse<String> answer = edge.send(edge.browser("/api/v1/things")
                .header("Content-Type", "text/plain")
                .header(Csrf.HEADER, Csrf.tokenOf(EdgeFixture.SESSION))
                .POST(HttpRequest.BodyPublishers.ofString("prompt=x")));
        EdgeTest.assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void badParametersAreNamedAllOfThem() throws Exception {
        HttpResponse<String> answer = edge.send(edge.browser("/api/v1/things?limit=201&page=2"));
        EdgeTest.assertProblem(answer, 400, "validation");
        assertThat(errors(answer)).contains("limit maximum", "page unknown");
        assertThat(errors(edge.send(edge.browser("/api/v1/things?limit=many")))).contains("limit type");
        assertThat(edge.send(edge.browser("/api/v1/things?limit=200")).statusCode())
                .isEqualTo(202);
    }

    @Test
    void aCharsetBehindTheMediaTypeIsFine() throws Exception {
        HttpResponse<String> answer = edge.send(edge.browser("/api/v1/things")
                .header("Content-Type", "application/json; charset=utf-8")
                .header(Csrf.HEADER, Csrf.tokenOf(EdgeFixture.SESSION))
                .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"ein Fjord im Frühling\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static List<String> errors(HttpResponse<String> answer) throws IOException {
        JsonArray errors = new JsonObject(answer.body()).getJsonArray("errors", new JsonArray());
        return errors.stream()
                .map(JsonObject.class::cast)
                .map(e -> e.getString("pointer", e.getString("parameter")) + " " + e.getString("keyword"))
                .toList();
    }
}
