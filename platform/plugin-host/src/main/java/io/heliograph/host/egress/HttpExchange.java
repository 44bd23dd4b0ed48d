package io.heliograph.host.egress;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.http.HttpCall;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Vert.x does the protocol on its event loop; this thread hands over each chunk and waits
 * until it is written, and asks for each chunk of the answer, so neither side gets ahead of the other.
 */
final class HttpExchange implements AutoCloseable {
    private static final int AHEAD = 8;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(15);

    /** What the event loop hands over. */
    private sealed interface Piece {
        record Chunk(Buffer bytes) implements Piece {}

        record End() implements Piece {}

        record Broken(Throwable cause) implements Piece {}
    }

    private final Context context;
    private final HttpCall call;
    private final EgressScope scope;
    private final Duration idle;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private @Nullable HttpClient client;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private boolean sent;
    private long received;
    private volatile boolean closed;

    HttpExchange(Context context, HttpCall call, EgressScope scope) {
        this.context = context;
        this.call = call;
        this.scope = scope;
        this.idle = call.idleTimeout();
    }

    /** Connects, sends, and waits for the head of the answer. */
    HttpClientResponse begin(HttpClient own, Pinned to, boolean tls, String uri) throws PluginException {
        client = own;
        scope.check();
        scope.attach(this);
        RequestOptions options = new RequestOptions()
                .setMethod(io.vertx.core.http.HttpMethod.valueOf(call.method().toUpperCase(Locale.ROOT)))
                .setServer(to.server())
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(tls)
                .setURI(uri)
                .setFollowRedirects(false)
                .setConnectTimeout(CONNECT_LIMIT.toMillis());
        call.headers().forEach(options::putHeader);
        try {
            HttpClientRequest open = Waiting.get(onLoop(() -> own.request(options)), CONNECT_LIMIT.plusSeconds(1));
            request = open;
            Future<HttpClientResponse> head = onLoop(() -> open.response().map(this::listen));
            send(open, head);
            HttpClientResponse answer = Waiting.get(head, idle);
            response = answer;
            scope.moved();
            return answer;
        } catch (Waiting.Broken broken) {
            throw failure(String.valueOf(broken.getMessage()), broken);
        } catch (IOException broken) {
            throw failure("the request could not be sent", broken);
        }
    }

    /** Runs on the event loop, before any byte of the body arrives. */
    private HttpClientResponse listen(HttpClientResponse answer) {
        answer.pause();
        answer.handler(bytes -> pieces.add(new Piece.Chunk(bytes)));
        answer.endHandler(_ -> pieces.add(new Piece.End()));
        answer.exceptionHandler(cause -> pieces.add(new Piece.Broken(cause)));
        answer.fetch(AHEAD);
        return answer;
    }

    private void send(HttpClientRequest open, Future<HttpClientResponse> head)
            throws IOException, PluginException, Waiting.Broken {
        RequestBody body = RequestBody.of(call.body());
        body.mediaType().ifPresent(type -> open.putHeader("content-type", type));
        scope.leaving();
        sent = true;
        if (body.sizeBytes().isPresent() && body.sizeBytes().getAsLong() == 0) {
            Waiting.get(onLoop(() -> open.end()), idle);
            return;
        }
        if (body.sizeBytes().isPresent()) {
            open.putHeader("content-length", Long.toString(body.sizeBytes().getAsLong()));
        } else {
            open.setChunked(true);
        }
        try {
            body.writeTo((bytes, offset, length) -> {
                if (head.isComplete()) {
                    throw new AnsweredEarly();
                }
                checked();
                Buffer chunk = Buffer.buffer(length).appendBytes(bytes, offset, length);
                try {
                    Waiting.get(onLoop(() -> open.write(chunk)), idle);
                } catch (Waiting.Broken broken) {
                    throw new IOException(broken.getMessage(), broken);
                }
                scope.moved();
            });
            Waiting.get(onLoop(() -> open.end()), idle);
        } catch (AnsweredEarly early) {
            // The other side has said enough ("too large", say): its answer counts.
            return;
        }
    }

    /** The other side answered before the request was whole. */
    private static final class AnsweredEarly extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private void checked() throws IOException {
        try {
            scope.check();
        } catch (PluginException ended) {
            throw new IOException("the call should end", ended);
        }
    }

    /** Reads the answer's body to its end. */
    void readTo(ByteSink sink) throws PluginException {
        try {
            for (Buffer bytes = next(); bytes != null; bytes = next()) {
                byte[] chunk = bytes.getBytes();
                sink.write(chunk, 0, chunk.length);
            }
        } catch (IOException broken) {
            throw failure("the answer could not be taken", broken);
        }
        finished();
    }

    /** The next chunk; null at the end. */
    @Nullable
    Buffer next() throws PluginException {
        scope.check();
        @Nullable Piece piece;
        try {
            piece = pieces.poll(idle.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure("interrupted", stopped);
        }
        if (piece instanceof Piece.Chunk chunk) {
            return taken(chunk.bytes());
        }
        if (piece instanceof Piece.End) {
            return null;
        }
        throw piece instanceof Piece.Broken broken
                ? failure("the answer broke off", broken.cause())
                : failure("no progress for " + idle.toMillis() + " ms", null);
    }

    private Buffer taken(Buffer bytes) throws PluginException {
        received += bytes.length();
        if (received > call.maxResponseBytes()) {
            throw failure("the answer is longer than " + call.maxResponseBytes() + " bytes", null);
        }
        scope.moved();
        HttpClientResponse answer = response;
        if (answer != null) {
            context.runOnContext(_ -> answer.fetch(1));
        }
        return bytes;
    }

    /** The exchange came to its end. */
    void finished() {
        close();
    }

    /** Headers in lower case; several values joined by a comma. */
    static Map<String, String> headers(HttpClientResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers()
                .forEach(entry -> headers.merge(
                        entry.getKey().toLowerCase(Locale.ROOT), entry.getValue(), (a, b) -> a + ", " + b));
        return headers;
    }

    /** NONE only as long as nothing was sent. */
    private PluginException failure(String message, @Nullable Throwable cause) {
        close();
        String text = call.method() + " " + call.address().getHost() + ": " + message;
        PluginException failure = sent
                ? PluginException.unknown("connection-lost", text)
                : PluginException.nothingHappened(io.heliograph.spi.ErrorKind.PROVIDER, "not-connected", text);
        return cause == null ? failure : failure.causedBy(cause);
    }

    private <T> Future<T> onLoop(java.util.function.Supplier<Future<T>> code) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(_ -> {
            try {
                code.get().onComplete(promise);
            } catch (RuntimeException refused) {
                promise.tryFail(refused);
            }
        });
        return promise.future();
    }

    /** Breaks it off. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        scope.detach(this);
        HttpClientRequest open = request;
        HttpClient own = client;
        pieces.add(new Piece.Broken(new IOException("closed")));
        context.runOnContext(_ -> {
            if (open != null) {
                open.reset();
            }
            if (own != null) {
                own.close();
            }
        });
    }
}
