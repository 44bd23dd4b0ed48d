package io.heliograph.testkit.host;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.http.HostNetwork;
import io.heliograph.spi.http.HttpBody;
import io.heliograph.spi.http.HttpCall;
import io.heliograph.spi.http.HttpReply;
import io.heliograph.spi.http.NetworkConnection;
import io.heliograph.spi.http.ServerSentEvent;
import io.heliograph.spi.http.WebSocketSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A network that reaches loopback only. */
public final class FakeNetwork implements HostNetwork, AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public HttpReply send(HttpCall call) throws PluginException {
        HttpResponse<byte[]> reply = exchange(call);
        if (reply.body().length > call.maxResponseBytes()) {
            throw PluginException.happened(
                    ErrorKind.PROVIDER, "response-size", "The answer is larger than was allowed.");
        }
        return new HttpReply(reply.statusCode(), headers(reply), reply.body());
    }

    @Override
    public HttpReply send(HttpCall call, ByteSink sink) throws PluginException {
        HttpReply reply = send(call);
        try {
            sink.write(reply.body(), 0, reply.body().length);
        } catch (IOException e) {
            throw PluginException.happened(ErrorKind.RESOURCES, "sink", "The answer could not be taken.")
                    .causedBy(e);
        }
        return new HttpReply(reply.status(), reply.headers(), new byte[0]);
    }

    @Override
    public HttpReply events(HttpCall call, Consumer<ServerSentEvent> consumer) throws PluginException {
        HttpReply reply = send(call);
        for (String block : reply.text().split("\n\n")) {
            Optional<String> event = Optional.empty();
            StringBuilder data = new StringBuilder();
            for (String line : block.split("\n")) {
                if (line.startsWith("event:")) {
                    event = Optional.of(line.substring(6).strip());
                } else if (line.startsWith("data:")) {
                    data.append(data.isEmpty() ? "" : "\n")
                            .append(line.substring(5).strip());
                }
            }
            if (!data.isEmpty()) {
                consumer.accept(new ServerSentEvent(event, data.toString()));
            }
        }
        return new HttpReply(reply.status(), reply.headers(), new byte[0]);
    }

    @Override
    public WebSocketSession webSocket(URI address, Map<String, String> headers, Duration connectTimeout)
            throws PluginException {
        requireLoopback(address);
        calls.incrementAndGet();
        return FakeWebSocket.open(client, address, headers, connectTimeout);
    }

    @Override
    public NetworkConnection connect(String host, int port, boolean tls, Duration connectTimeout)
            throws PluginException {
        throw PluginException.nothingHappened(
                ErrorKind.CONFIGURATION, "connect", "The fake network opens no plain connections.");
    }

    private HttpResponse<byte[]> exchange(HttpCall call) throws PluginException {
        requireLoopback(call.address());
        calls.incrementAndGet();
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.address()).timeout(call.idleTimeout());
            call.headers().forEach(request::header);
            body(call.body(), request);
            request.method(call.method(), publisher(call.body()));
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw PluginException.nothingHappened(ErrorKind.PROVIDER, "connect", "Nobody answers there.")
                    .causedBy(e);
        } catch (IOException e) {
            throw PluginException.unknown("lost-answer", "The answer was lost.").causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PluginException.unknown("interrupted", "The call was interrupted.")
                    .causedBy(e);
        }
    }

    private static void body(HttpBody body, HttpRequest.Builder request) {
        switch (body) {
            case HttpBody.Text text -> request.header("content-type", text.mediaType());
            case HttpBody.Bytes bytes ->
                request.header("content-type", bytes.source().mediaType());
            case HttpBody.Multipart parts -> request.header("content-type", "multipart/form-data; boundary=fake");
            case HttpBody.None none -> {}
        }
    }

    private static HttpRequest.BodyPublisher publisher(HttpBody body) throws IOException {
        return switch (body) {
            case HttpBody.None none -> HttpRequest.BodyPublishers.noBody();
            case HttpBody.Text text -> HttpRequest.BodyPublishers.ofString(text.text());
            case HttpBody.Bytes bytes ->
                HttpRequest.BodyPublishers.ofByteArray(bytes.source().readAll(Integer.MAX_VALUE));
            case HttpBody.Multipart parts -> HttpRequest.BodyPublishers.ofByteArray(multipart(parts));
        };
    }

    private static byte[] multipart(HttpBody.Multipart parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (HttpBody.Part part : parts.parts()) {
            switch (part) {
                case HttpBody.Part.Field field ->
                    text(
                            out,
                            "--fake\r\ncontent-disposition: form-data; name=\"" + field.name() + "\"\r\n\r\n"
                                    + field.value());
                case HttpBody.Part.File file -> {
                    text(
                            out,
                            "--fake\r\ncontent-disposition: form-data; name=\"" + file.name() + "\"; filename=\""
                                    + file.fileName() + "\"\r\ncontent-type: "
                                    + file.source().mediaType() + "\r\n\r\n");
                    file.source().copyTo(out);
                }
            }
            text(out, "\r\n");
        }
        text(out, "--fake--\r\n");
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(HttpResponse<?> reply) {
        Map<String, String> headers = new TreeMap<>();
        reply.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }

    private static void requireLoopback(URI address) throws PluginException {
        String host = String.valueOf(address.getHost());
        if (!host.equals("127.0.0.1") && !host.equals("localhost")) {
            throw PluginException.nothingHappened(
                    ErrorKind.CONFIGURATION, "host-not-allowed", "The fake network reaches loopback only.");
        }
    }

    /** How many calls went out. */
    public int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
