package io.heliograph.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.RateLimitState;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EdgeTest {
    @Test
    void twoRequestsAreInHandAtTheSameTimeOnOneEventLoop() throws Exception {
        CountDownLatch bothInside = new CountDownLatch(2);
        try (EdgeFixture edge =
                EdgeFixture.start(routes -> EdgeFixture.plain(routes, "open").on("open", Purpose.CATALOGUE, call -> {
                    bothInside.countDown();
                    // Each waits for the other: one at a time would never end.
                    return Reply.ok(new JsonObject()
                            .put("together", await(bothInside))
                            .put("virtual", Thread.currentThread().isVirtual()));
                }))) {
            CompletableFuture<HttpResponse<String>> first =
                    edge.client().sendAsync(edge.request("/api/v1/open").build(), HttpResponse.BodyHandlers.ofString());
            CompletableFuture<HttpResponse<String>> second =
                    edge.client().sendAsync(edge.request("/api/v1/open").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(new JsonObject(first.get(20, TimeUnit.SECONDS).body()).getBoolean("together"))
                    .isTrue();
            assertThat(new JsonObject(second.get(20, TimeUnit.SECONDS).body()).getBoolean("virtual"))
                    .isTrue();
        }
    }

    @Test
    void aFullHandOffRefusesAtOnceWithRetryAfterAndRecovers() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Admission all = (purpose, caller, client) -> List.of();
        try (EdgeFixture edge = new EdgeFixture(
                1,
                Duration.ofSeconds(20),
                false,
                all,
                routes -> EdgeFixture.plain(routes, "open").on("open", Purpose.CATALOGUE, call -> {
                    inside.countDown();
                    await(leave);
                    return Reply.none();
                }))) {
            CompletableFuture<HttpResponse<String>> first =
                    edge.client().sendAsync(edge.request("/api/v1/open").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(await(inside)).isTrue();
            HttpResponse<String> second = edge.send(edge.request("/api/v1/open"));
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(new JsonObject(second.body()).getString("type")).isEqualTo("/problems/busy");
            assertThat(edge.lanes().requests().refused()).isEqualTo(1);
            leave.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void admissionComesBeforeTheHandlerAndItsLimitsStandInTheAnswer() throws Exception {
        AtomicInteger handled = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        RateLimitState state = new RateLimitState("address", 100, 99, 60, 1);
        Admission second = (purpose, caller, client) -> {
            if (asked.incrementAndGet() == 2) {
                throw ProblemException.retryAfter(ProblemType.TOO_MANY_REQUESTS, Duration.ofMillis(1_500));
            }
            return List.of(state);
        };
        try (EdgeFixture edge = new EdgeFixture(
                4,
                Duration.ofSeconds(20),
                false,
                second,
                routes -> EdgeFixture.plain(routes, "open").on("open", Purpose.CATALOGUE, call -> {
                    handled.incrementAndGet();
                    return Reply.none();
                }))) {
            HttpResponse<String> admitted = edge.send(edge.request("/api/v1/open"));
            assertThat(admitted.headers().firstValue("RateLimit")).hasValue("\"address\";r=99;t=1");
            assertThat(admitted.headers().firstValue("RateLimit-Policy")).hasValue("\"address\";q=100;w=60");
            HttpResponse<String> refused = edge.send(edge.request("/api/v1/open"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(handled).hasValue(1);
        }
    }

    @Test
    void whoeverIsNobodyIsToldSoAndWhoMayNotIsForbidden() throws Exception {
        try (EdgeFixture edge = EdgeFixture.start(EdgeFixture::plain)) {
            assertProblem(edge.send(edge.request("/api/v1/things")), 401, "not-signed-in");
            assertProblem(edge.send(edge.browser("/api/v1/admin")), 403, "forbidden");
            assertProblem(
                    edge.send(edge.request("/api/v1/things").header("Authorization", "Bearer nonsense")),
                    401,
                    "not-signed-in");
            assertProblem(
                    edge.send(edge.request("/api/v1/things").header("Authorization", "Basic YTpi")),
                    401,
                    "not-signed-in");
            assertProblem(
                    edge.send(edge.request("/api/v1/things").header("Cookie", "__Host-session=gone")),
                    401,
                    "session-expired");
            assertThat(edge.send(edge.browser("/api/v1/things")).statusCode()).isEqualTo(200);
            assertThat(edge.send(edge.request("/api/v1/things").header("Authorization", "Bearer " + EdgeFixture.KEY))
                            .statusCode())
                    .isEqualTo(200);
            assertProblem(
                    edge.send(edge.request("/api/v1/things")
                            .header("Authorization", "Bearer " + EdgeFixture.KEY)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"x\"}"))),
                    403,
                    "forbidden");
        }
    }

    @Test
    @Commitment("K3")
    void aChangeOfASessionNeedsItsOwnTokenAndOurOwnOrigin() throws Exception {
        try (EdgeFixture edge = EdgeFixture.start(EdgeFixture::plain)) {
            String good = "{\"prompt\":\"a lake\"}";
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(good);
            assertThat(edge.send(edge.change("/api/v1/things", good)).statusCode())
                    .isEqualTo(200);
            assertProblem(
                    edge.send(edge.browser("/api/v1/things")
                            .header("Content-Type", "application/json")
                            .POST(body)),
                    403,
                    "csrf");
            assertProblem(
                    edge.send(edge.browser("/api/v1/things")
                            .header("Content-Type", "application/json")
                            .header(Csrf.HEADER, Csrf.tokenOf("another session"))
                            .POST(body)),
                    403,
                    "csrf");
            assertProblem(
                    edge.send(edge.change("/api/v1/things", good).header("Origin", "https://evil.example")),
                    403,
                    "csrf");
            assertProblem(
                    edge.send(edge.change("/api/v1/things", good).header("Sec-Fetch-Site", "cross-site")), 403, "csrf");
            assertProblem(
                    edge.send(edge.change("/api/v1/open", good).header("Sec-Fetch-Site", "same-site")), 403, "csrf");
            assertThat(edge.send(edge.change("/api/v1/things", good)
                                    .header("Origin", "http://127.0.0.1:" + edge.port())
                                    .header("Sec-Fetch-Site", "same-origin"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void everyAnswerCarriesTheSafetyHeadersAndAnId() throws Exception {
        try (EdgeFixture edge = EdgeFixture.start(EdgeFixture::plain)) {
            for (String path : List.of("/api/v1/open", "/api/v1/things", "/api/v1/nothing", "/nothing.txt")) {
                HttpResponse<String> answer = edge.send(edge.request(path));
                assertThat(answer.headers().map())
                        .containsKeys(
                                "x-request-id",
                                "x-content-type-options",
                                "content-security-policy",
                                "referrer-policy",
                                "x-frame-options");
            }
            assertProblem(edge.send(edge.request("/api/v1/nothing")), 404, "not-found");
            assertProblem(edge.send(edge.request("/api/v1/open").DELETE()), 405, "method-not-allowed");
        }
    }

    @Test
    void aFaultOfOursIsToldWithoutDetailsAndInTheAccountsLanguage() throws Exception {
        try (EdgeFixture edge = EdgeFixture.start(
                routes -> EdgeFixture.plain(routes, "listThings").on("listThings", Purpose.CATALOGUE, call -> {
                    throw new IllegalStateException("secret detail");
                }))) {
            HttpResponse<String> answer = edge.send(edge.browser("/api/v1/things"));
            assertProblem(answer, 500, "internal");
            assertThat(answer.body()).doesNotContain("secret detail").contains("Hier ist etwas schiefgegangen");
        }
    }

    @Test
    void whileItStopsWorkInHandIsFinished() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (EdgeFixture edge =
                EdgeFixture.start(routes -> EdgeFixture.plain(routes, "open").on("open", Purpose.CATALOGUE, call -> {
                    inside.countDown();
                    await(leave);
                    return Reply.none();
                }))) {
            CompletableFuture<HttpResponse<String>> answer =
                    edge.client().sendAsync(edge.request("/api/v1/open").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(await(inside)).isTrue();
            Thread stopper = Thread.ofPlatform().start(() -> {
                try {
                    edge.edge().stop(Duration.ofSeconds(20));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            leave.countDown();
            assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
            stopper.join();
            assertThat(edge.edge().isStopping()).isTrue();
        }
    }

    static void assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonObject body = new JsonObject(answer.body());
        assertThat(body.getString("type")).isEqualTo("/problems/" + slug);
        assertThat(body.getInteger("status")).isEqualTo(status);
        assertThat(body.getString("detail")).isNotBlank();
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue(body.getString("requestId"));
    }

    static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
