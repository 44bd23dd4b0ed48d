package io.heliograph.app.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to the service over loopback. Safe for many threads. */
final class BenchClient implements AutoCloseable {
    private static final long LIMIT_SECONDS = 120;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final HttpClient http;

    /** @param connections most at the same time */
    BenchClient(int port, int connections) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost("127.0.0.1")
                        .setDefaultPort(port)
                        .setKeepAlive(true)
                        .setPipelining(false)
                        .setIdleTimeout(0),
                new PoolOptions().setHttp1MaxSize(connections).setEventLoopSize(1));
    }

    /** What is sent. @param body JSON */
    record Request(HttpMethod method, String path, Optional<String> key, Optional<String> wish, Optional<Buffer> body) {
        static Request get(String path, String key) {
            return new Request(HttpMethod.GET, path, Optional.of(key), Optional.empty(), Optional.empty());
        }

        static Request open(String path) {
            return new Request(HttpMethod.GET, path, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** @param wish the idempotency key */
        static Request post(String path, String key, String wish, Buffer body) {
            return new Request(HttpMethod.POST, path, Optional.of(key), Optional.of(wish), Optional.of(body));
        }
    }

    /** What came back, body included. */
    record Answer(int status, Buffer body, Optional<String> encoding) {
        JsonObject json() {
            return body.toJsonObject();
        }
    }

    /** Sends from the client's own loop: elsewhere an answer could be over before anybody asks for its body. */
    Future<Answer> send(Request request) {
        Promise<Answer> answered = Promise.promise();
        loop.runOnContext(_ -> exchange(request).onComplete(answered));
        return answered.future();
    }

    private Future<Answer> exchange(Request request) {
        RequestOptions options =
                new RequestOptions().setMethod(request.method()).setURI(request.path());
        request.key().ifPresent(key -> options.putHeader("Authorization", "Bearer " + key));
        request.wish().ifPresent(wish -> options.putHeader("Idempotency-Key", wish));
        if (request.key().isEmpty()) {
            options.putHeader("Accept-Encoding", "gzip");
        }
        request.body().ifPresent(_ -> options.putHeader("Content-Type", "application/json"));
        return http.request(options)
                .compose(out -> request.body().map(out::send).orElseGet(out::send))
                .compose(in -> in.body()
                        .map(body -> new Answer(
                                in.statusCode(), body, Optional.ofNullable(in.getHeader("Content-Encoding")))));
    }

    /** Sends and waits. @throws IOException if no answer comes, or one that is not {@code expected} */
    Answer call(Request request, int expected) throws IOException {
        Answer answer;
        try {
            answer = send(request).await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no answer from " + request.path(), late);
        }
        if (answer.status() != expected) {
            throw new IOException(request.path() + " answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            vertx.close().await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("the client's loops did not end", late);
        }
    }
}
