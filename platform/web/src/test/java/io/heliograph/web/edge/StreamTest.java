package io.heliograph.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.policy.Purpose;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamTest {
    private static final Admission ALL = (purpose, caller, client) -> List.of();
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void anUploadIsReadAsItComesAndRefusedWhenItSaysThatItIsTooLong() throws Exception {
        AtomicLong read = new AtomicLong();
        try (EdgeFixture edge = EdgeFixture.start(routes -> EdgeFixture.plain(routes, "upload")
                .onUpload("upload", Purpose.UPLOAD, 8L * MEGABYTE, (call, exchange) -> {
                    read.set(drain(exchange.body()));
                    return Optional.of(Reply.created(new JsonObject().put("bytes", read.get())));
                }))) {
            HttpResponse<String> good =
                    edge.send(upload(edge, HttpRequest.BodyPublishers.ofByteArray(new byte[5 * MEGABYTE])));
            assertThat(good.statusCode()).isEqualTo(201);
            assertThat(new JsonObject(good.body()).getLong("bytes")).isEqualTo(5L * MEGABYTE);
            read.set(0);
            EdgeTest.assertProblem(
                    edge.send(upload(edge, HttpRequest.BodyPublishers.ofByteArray(new byte[9 * MEGABYTE]))),
                    413,
                    "too-large");
            assertThat(read).hasValue(0);
        }
    }

    @Test
    void anUploadThatDoesNotSayHowLongItIsEndsAtTheLimit() throws Exception {
        try (EdgeFixture edge = EdgeFixture.start(routes -> EdgeFixture.plain(routes, "upload")
                .onUpload("upload", Purpose.UPLOAD, 1_000, (call, exchange) -> {
                    drain(exchange.body());
                    return Optional.of(Reply.none());
                }))) {
            HttpRequest.BodyPublisher unknown =
                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000]));
            EdgeTest.assertProblem(edge.send(upload(edge, unknown)), 413, "too-large");
        }
    }

    @Test
    void anUploadWithoutTheTokenIsNotRead() throws Exception {
        try (EdgeFixture edge = EdgeFixture.start(EdgeFixture::plain)) {
            HttpRequest.Builder request =
                    edge.browser("/api/v1/uploads").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10]));
            EdgeTest.assertProblem(edge.send(request), 403, "csrf");
        }
    }

    @Test
    void anUploadBrokenOffEndsItsThread() throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CountDownLatch began = new CountDownLatch(1);
        try (EdgeFixture edge = EdgeFixture.start(routes -> EdgeFixture.plain(routes, "upload")
                .onUpload("upload", Purpose.UPLOAD, 1L << 30, (call, exchange) -> {
                    began.countDown();
                    try {
                        drain(exchange.body());
                        failure.complete(new AssertionError("the end was not noticed"));
                    } catch (IOException e) {
                        failure.complete(e);
                        throw e;
                    }
                    return Optional.of(Reply.none());
                }))) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
                socket.getOutputStream()
                        .write(("POST /api/v1/uploads HTTP/1.1\r\nHost: 127.0.0.1:" + edge.port() + "\r\nCookie: "
                                        + SessionCookie.SECURE_NAME + "=" + EdgeFixture.SESSION + "\r\n" + Csrf.HEADER
                                        + ": "
                                        + Csrf.tokenOf(EdgeFixture.SESSION) + "\r\nContent-Length: 1000000\r\n\r\npart")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(EdgeTest.await(began)).isTrue();
            }
            assertThat(failure.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aDownloadOfHundredsOfMegabytesPasses() throws Exception {
        try (EdgeFixture edge = EdgeFixture.start(
                routes -> EdgeFixture.plain(routes, "download").onStream("download", Purpose.VIEW, StreamTest::send))) {
            HttpResponse<InputStream> answer = edge.client()
                    .send(
                            edge.browser("/api/v1/downloads/300000000").build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (InputStream body = answer.body()) {
                assertThat(drain(body)).isEqualTo(300_000_000L);
            }
            EdgeTest.assertProblem(edge.send(edge.browser("/api/v1/downloads/many")), 400, "validation");
            EdgeTest.assertProblem(edge.send(edge.request("/api/v1/downloads/5")), 401, "not-signed-in");
        }
    }

    @Test
    void aClientThatTakesNothingIsCutOff() throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        try (EdgeFixture edge = new EdgeFixture(
                4,
                Duration.ofMillis(300),
                false,
                ALL,
                routes -> EdgeFixture.plain(routes, "download").onStream("download", Purpose.VIEW, (call, exchange) -> {
                    try {
                        return send(call, exchange);
                    } catch (IOException e) {
                        failure.complete(e);
                        throw e;
                    }
                }))) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
                socket.getOutputStream()
                        .write(("GET /api/v1/downloads/900000000 HTTP/1.1\r\nHost: 127.0.0.1:" + edge.port()
                                        + "\r\nCookie: " + SessionCookie.SECURE_NAME + "=" + EdgeFixture.SESSION
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(failure.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
            }
        }
    }

    private static Optional<Reply> send(Call call, Exchange exchange) throws IOException {
        long left = call.number("size").orElseThrow();
        ResponseBytes out = exchange.begin(200, Map.of("Content-Length", String.valueOf(left)));
        byte[] chunk = new byte[128 * 1024];
        while (left > 0) {
            int count = (int) Math.min(left, chunk.length);
            out.write(chunk, 0, count);
            left -= count;
        }
        return Optional.empty();
    }

    private static HttpRequest.Builder upload(EdgeFixture edge, HttpRequest.BodyPublisher body) {
        return edge.browser("/api/v1/uploads")
                .header(Csrf.HEADER, Csrf.tokenOf(EdgeFixture.SESSION))
                .POST(body);
    }

    private static long drain(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            total += count;
        }
        return total;
    }
}
