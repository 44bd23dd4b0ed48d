package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.e2e.Api;
import io.heliograph.kernel.Commitment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a wrong request gets, over the real service: status, type, field, and nothing changed by it. */
@ExtendWith(SharedHouse.class)
class HttpFaultTest {
    /** Somebody who tries to get in is written down, and so is that the plugin was asked. */
    private static final Set<String> TRAIL_OF_SIGN_IN = Set.of("audit_entry", "audit_head", "disclosure");

    private static final String WISHES = "/api/v1/generations";
    private static final String REST = "\"options\":{},\"count\":1}";
    private static final String MODEL = "{\"modelId\":\"landscapes/scenery\",";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static HouseFull house;

    @BeforeAll
    static void enter(HouseFull shared) {
        house = shared;
    }

    @AfterAll
    static void look() {
        assertThat(house.service().command("billing", "check").exitCode()).isZero();
        house.assertNothingWentWrongInside();
    }

    private static Fault wish(String name, String body, int status, String problem, String field) {
        return Fault.json(name, "bob", WISHES, body, status, problem, field);
    }

    private static Fault prompt(String name, String prompt, String field) {
        return wish(name, MODEL + "\"prompt\":" + prompt + "," + REST, 400, "validation", "/prompt " + field);
    }

    private static Fault option(String name, String options, String field) {
        return wish(
                name,
                MODEL + "\"prompt\":\"x\",\"count\":1,\"options\":" + options + "}",
                422,
                "bad-option",
                "/options/" + field);
    }

    static Stream<Fault> bodies() {
        String good = MODEL + "\"prompt\":\"x\"," + REST;
        return Stream.of(
                wish("malformed JSON", "{\"modelId\":", 400, "malformed-request", ""),
                wish("text behind the JSON", good + " more", 400, "malformed-request", ""),
                wish("brackets without end", "[".repeat(100_000), 400, "malformed-request", ""),
                wish("a list", "[1]", 400, "validation", "/ type"),
                wish("no body", "", 400, "validation", "/ required"),
                wish("broken UTF-8", good, 400, "malformed-request", "")
                        .with((MODEL + "\"prompt\":\"\u00ff\"," + REST).getBytes(StandardCharsets.ISO_8859_1)),
                wish(
                        "unknown field",
                        MODEL + "\"prompt\":\"x\",\"colour\":1," + REST,
                        400,
                        "validation",
                        "/colour additionalProperties"),
                prompt("wrong type", "17", "type"),
                prompt("empty prompt", "\"\"", "minLength"),
                prompt("blank prompt", "\"  \"", "required"),
                prompt("prompt of 100,000 characters", "\"" + "x".repeat(100_000) + "\"", "maxLength"),
                prompt("control characters", "\"a\\u0000b\"", "pattern"),
                prompt("half a character", "\"a\\ud800b\"", "half-character"),
                wish(
                        "body over the limit",
                        MODEL + "\"prompt\":\"" + "x".repeat(300_000) + "\"," + REST,
                        413,
                        "too-large",
                        ""),
                wish("wrong media type", good, 415, "unsupported-media-type", "")
                        .with("Content-Type", "text/plain"),
                wish("no media type", good, 415, "unsupported-media-type", "").with("Content-Type", ""),
                wish("no idempotency key", good, 400, "validation", "Idempotency-Key required")
                        .with("Idempotency-Key", ""),
                wish("unknown model", good.replace("scenery", "nothing"), 422, "unknown-model", ""),
                wish("model of an unknown instance", good.replace("landscapes", "nowhere"), 422, "unknown-model", ""),
                wish(
                        "too many pictures",
                        good.replace("\"count\":1", "\"count\":1000"),
                        400,
                        "validation",
                        "/count maximum"),
                wish(
                        "more pictures than the model makes",
                        good.replace("\"count\":1", "\"count\":5"),
                        400,
                        "validation",
                        "/count too-large"),
                wish(
                        "seed past its limit",
                        good.replace("\"count\"", "\"seed\":99999999999999999999,\"count\""),
                        400,
                        "validation",
                        "/seed maximum"),
                option("impossible size", "{\"width\":1000000}", "width too-large"),
                option("size below nought", "{\"width\":-8}", "width too-small"),
                option("size between the steps", "{\"width\":65}", "width not-a-multiple"),
                option("size past every number", "{\"width\":1e300}", "width too-large"),
                option("size in words", "{\"width\":\"wide\"}", "width wrong-type"),
                option("unknown option", "{\"colour\":\"red\"}", "colour unknown"),
                wish("no credits", good.replace("landscapes/scenery", "dear/fake-picture"), 402, "no-credits", ""));
    }

    static Stream<Fault> ways() {
        String quote = MODEL + REST;
        return Stream.of(
                Fault.of("nobody looks", "nobody", "GET", "/api/v1/assets", 401, "not-signed-in", ""),
                Fault.json(
                        "nobody wishes",
                        "nobody",
                        WISHES,
                        MODEL + "\"prompt\":\"x\"," + REST,
                        401,
                        "not-signed-in",
                        ""),
                Fault.of("unknown key", "nobody", "GET", "/api/v1/assets", 401, "not-signed-in", "")
                        .with("Authorization", "Bearer hg_nothing"),
                Fault.of("missing permission", "bob", "GET", "/api/v1/admin/people", 403, "forbidden", ""),
                Fault.json(
                        "key without the scope",
                        "reader",
                        WISHES,
                        MODEL + "\"prompt\":\"x\"," + REST,
                        403,
                        "forbidden",
                        ""),
                Fault.json("no CSRF token", "bob", "/api/v1/quotes", quote, 403, "csrf", "")
                        .with("X-CSRF-Token", "none"),
                Fault.json("foreign origin", "bob", "/api/v1/quotes", quote, 403, "csrf", "")
                        .with("Origin", "https://elsewhere.example"),
                Fault.json(
                        "wrong password",
                        "nobody",
                        "/api/v1/session",
                        "{\"email\":\"" + HouseFull.BOB + "\",\"password\":\"not this\"}",
                        401,
                        "wrong-credentials",
                        ""),
                Fault.json(
                        "unknown address",
                        "nobody",
                        "/api/v1/session",
                        "{\"email\":\"nobody@example.org\",\"password\":\"not this\"}",
                        401,
                        "wrong-credentials",
                        ""),
                Fault.json(
                        "second first administrator",
                        "nobody",
                        "/api/v1/setup/administrator",
                        "{\"token\":\"abcdefghijklmnopqrstuv\",\"email\":\"eve@example.org\","
                                + "\"password\":\"four green bottles\"}",
                        410,
                        "link-used-or-expired",
                        ""),
                Fault.of("unknown path", "bob", "GET", "/api/v1/nothing", 404, "not-found", ""),
                Fault.of("wrong method", "bob", "PUT", WISHES, 405, "method-not-allowed", ""),
                Fault.of("no id", "bob", "GET", WISHES + "/nonsense", 400, "validation", "generationId format"),
                Fault.of("bad cursor", "bob", "GET", "/api/v1/assets?cursor=AAAA", 400, "bad-cursor", ""),
                Fault.of(
                        "page too long",
                        "bob",
                        "GET",
                        "/api/v1/assets?limit=100000",
                        400,
                        "validation",
                        "limit maximum"),
                Fault.of(
                        "unknown parameter",
                        "bob",
                        "GET",
                        "/api/v1/assets?colour=1",
                        400,
                        "validation",
                        "colour unknown"));
    }

    private static Fault upload(String name, byte[] body, int status, String problem) {
        return new Fault(
                name, "bob", "POST", "/api/v1/uploads", Map.of("Content-Type", "image/png"), body, status, problem, "");
    }

    static Stream<Fault> uploads() {
        byte[] good = Pictures.good(64, 64);
        byte[] half = java.util.Arrays.copyOf(good, good.length / 2);
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                upload("image bomb", Pictures.bomb(50_000, 50_000), 422, "bad-media"),
                upload(
                        "image bomb past every number",
                        Pictures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE),
                        422,
                        "bad-media"),
                upload("picture without pixels", Pictures.bomb(64, 64), 422, "bad-media"),
                upload("half a file", half, 422, "bad-media"),
                upload("nothing", new byte[0], 422, "bad-media"),
                upload(
                        "text that says it is a picture",
                        "hello".repeat(100).getBytes(StandardCharsets.UTF_8),
                        415,
                        "unsupported-media-type"),
                upload("drawing with a script", svg, 415, "unsupported-media-type"),
                upload("upload over the limit", Pictures.heavy(2_000_000), 413, "too-large"),
                upload("upload of another type", good, 415, "unsupported-media-type")
                        .with("Content-Type", "text/plain"));
    }

    @Commitment("K3")
    @ParameterizedTest
    @MethodSource({"bodies", "ways", "uploads"})
    void aFaultIsNamedAndChangesNothing(Fault fault) {
        Snapshot before = house.snapshot();
        Api.Reply reply = fault.sendAs(house.as(fault.who()));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(fault.status());
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.problem()).isEqualTo(fault.problem());
        assertThat(reply.json().path("title").asText()).isNotBlank();
        assertThat(reply.json().path("detail").asText()).isNotBlank();
        assertThat(reply.json().path("requestId").asText()).isNotBlank();
        if (!fault.field().isEmpty()) {
            assertThat(Fault.fields(reply)).contains(fault.field());
        }
        Set<String> trail = fault.problem().equals("wrong-credentials") ? TRAIL_OF_SIGN_IN : Set.of();
        assertThat(house.snapshot().without(trail)).isEqualTo(before.without(trail));
    }

    static Stream<List<String>> places() {
        return Stream.of(
                List.of("GET", "/api/v1/assets/{asset}"),
                List.of("GET", "/api/v1/assets/{asset}/content"),
                List.of("GET", "/api/v1/assets/{asset}/disclosures"),
                List.of("GET", "/api/v1/assets/{asset}/thumbnails/256"),
                List.of("DELETE", "/api/v1/assets/{asset}"),
                List.of("POST", "/api/v1/assets/{asset}/restore"),
                List.of("GET", "/api/v1/generations/{job}"),
                List.of("GET", "/api/v1/generations/{job}/preview"),
                List.of("POST", "/api/v1/generations/{job}/cancel"),
                List.of("DELETE", "/api/v1/generations/{job}"));
    }

    /** Somebody else's thing and one that does not exist are answered alike, and stay as they are. */
    @Commitment("V1")
    @ParameterizedTest
    @MethodSource("places")
    void aForeignIdAndAnUnknownOneAreAnsweredAlike(List<String> place) {
        Snapshot before = house.snapshot();
        String template = place.get(1);
        Api.Reply foreign = house.as("bob")
                .send(
                        place.getFirst(),
                        template.replace("{asset}", house.adasPicture()).replace("{job}", house.adasJob()),
                        Map.of(),
                        new byte[0]);
        Api.Reply unknown = house.as("bob")
                .send(
                        place.getFirst(),
                        template.replace("{asset}", HouseFull.UNKNOWN).replace("{job}", HouseFull.UNKNOWN),
                        Map.of(),
                        new byte[0]);
        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
        assertThat(withoutRequestId(foreign)).isEqualTo(withoutRequestId(unknown));
        assertThat(house.snapshot()).isEqualTo(before);
    }

    private static String withoutRequestId(Api.Reply reply) {
        return reply.toString().replaceFirst("\"requestId\":\"[^\"]*\"", "");
    }
}
