package io.heliograph.host.egress;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.http.HostNetwork;
import io.heliograph.spi.http.HttpCall;
import io.heliograph.spi.http.HttpReply;
import io.heliograph.spi.http.NetworkConnection;
import io.heliograph.spi.http.ServerSentEvent;
import io.heliograph.spi.http.WebSocketSession;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The network as one call has it. */
final class CallNetwork implements HostNetwork {
    private static final Set<String> OURS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "te", "trailer", "expect");
    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_IN_MEMORY_BYTES = 64 * 1024 * 1024;

    private final EgressDoor door;
    private final EgressClients clients;
    private final EgressScope scope;

    CallNetwork(EgressDoor door, EgressClients clients, EgressScope scope) {
        this.door = door;
        this.clients = clients;
        this.scope = scope;
    }

    @Override
    public HttpReply send(HttpCall call) throws PluginException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpReply reply = send(limited(call), body::write);
        return new HttpReply(reply.status(), reply.headers(), body.toByteArray());
    }

    private static HttpCall limited(HttpCall call) {
        return new HttpCall(
                call.method(),
                call.address(),
                call.headers(),
                call.body(),
                call.idleTimeout(),
                Math.min(call.maxResponseBytes(), MAX_IN_MEMORY_BYTES));
    }

    @Override
    public HttpReply send(HttpCall call, ByteSink sink) throws PluginException {
        HttpCall next = call;
        for (int hop = 0; ; hop++) {
            try (HttpExchange exchange = new HttpExchange(clients.context(), next, scope)) {
                HttpClientResponse response = begin(exchange, next);
                Optional<URI> elsewhere = redirect(next, response);
                if (elsewhere.isPresent() && hop < MAX_REDIRECTS) {
                    next = new HttpCall(
                            next.method(),
                            elsewhere.get(),
                            next.headers(),
                            next.body(),
                            next.idleTimeout(),
                            next.maxResponseBytes());
                    continue;
                }
                exchange.readTo(sink);
                return new HttpReply(response.statusCode(), HttpExchange.headers(response), new byte[0]);
            }
        }
    }

    /** Within the same scheme, host and port, and for requests that change nothing; any other redirect is an answer. */
    private static Optional<URI> redirect(HttpCall call, HttpClientResponse response) {
        String method = call.method().toUpperCase(Locale.ROOT);
        String location = response.getHeader("location");
        int status = response.statusCode();
        if (location == null || status < 300 || status > 399 || !(method.equals("GET") || method.equals("HEAD"))) {
            return Optional.empty();
        }
        try {
            URI target = call.address().resolve(location);
            boolean same = same(target.getScheme(), call.address().getScheme())
                    && same(target.getHost(), call.address().getHost())
                    && target.getPort() == call.address().getPort()
                    && target.getUserInfo() == null;
            return same ? Optional.of(target) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean same(
            @org.jspecify.annotations.Nullable String a, @org.jspecify.annotations.Nullable String b) {
        return a != null && a.equalsIgnoreCase(b);
    }

    private HttpClientResponse begin(HttpExchange exchange, HttpCall call) throws PluginException {
        URI address = call.address();
        boolean tls = scheme(address, "https", "http");
        checkHeaders(call.headers(), address);
        Pinned to = door.open(address.getHost(), port(address, tls), tls, false);
        return exchange.begin(clients.http(), to, tls, path(address));
    }

    private boolean scheme(URI address, String secure, String clear) throws PluginException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean known = scheme.equals(secure) || scheme.equals(clear);
        if (!known || address.getHost() == null || address.getRawUserInfo() != null) {
            throw door.refuse(String.valueOf(address.getHost()), 0, "bad-address");
        }
        return scheme.equals(secure);
    }

    private static int port(URI address, boolean tls) {
        return address.getPort() > 0 ? address.getPort() : tls ? EgressRules.HTTPS : EgressRules.HTTP;
    }

    private static String path(URI address) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /** The host writes the framing; a plugin that could would smuggle a second request into a shared connection. */
    private static void checkHeaders(Map<String, String> headers, URI address) throws PluginException {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            boolean plain = name.matches("[a-z0-9!#$%&'*+.^_`|~-]+")
                    && header.getValue().chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
            if (OURS.contains(name) || !plain) {
                throw PluginException.nothingHappened(
                        ErrorKind.CONFIGURATION,
                        "bad-header",
                        "the header " + (plain ? name : "(unreadable)") + " to " + address.getHost()
                                + " is not the plugin's to set");
            }
        }
    }

    @Override
    public HttpReply events(HttpCall call, Consumer<ServerSentEvent> consumer) throws PluginException {
        try (HttpExchange exchange = new HttpExchange(clients.context(), call, scope)) {
            HttpClientResponse response = begin(exchange, call);
            Map<String, String> headers = HttpExchange.headers(response);
            boolean stream = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            EventParser parser = new EventParser(consumer);
            for (Buffer bytes = exchange.next(); bytes != null; bytes = exchange.next()) {
                if (stream) {
                    parser.take(bytes.getBytes());
                } else {
                    body.writeBytes(bytes.getBytes());
                }
            }
            exchange.finished();
            return new HttpReply(response.statusCode(), headers, body.toByteArray());
        }
    }

    @Override
    public WebSocketSession webSocket(URI address, Map<String, String> headers, Duration connectTimeout)
            throws PluginException {
        boolean tls = scheme(address, "wss", "ws");
        checkHeaders(headers, address);
        Pinned to = door.open(address.getHost(), port(address, tls), tls, false);
        try {
            Optional<SslContext> secure = tls ? Optional.of(clients.trust().client()) : Optional.empty();
            return SocketSession.open(to, secure, address, headers, connectTimeout, clients, scope);
        } catch (IOException unusable) {
            throw PluginException.nothingHappened(
                            ErrorKind.CONFIGURATION, "no-trust", "the trusted certificates cannot be used")
                    .causedBy(unusable);
        }
    }

    @Override
    public NetworkConnection connect(String host, int port, boolean tls, Duration connectTimeout)
            throws PluginException {
        Pinned to = door.open(host, port, tls, true);
        try {
            return SocketConnection.open(to, tls, connectTimeout, clients.trust(), scope);
        } catch (IOException failed) {
            throw PluginException.nothingHappened(
                            ErrorKind.PROVIDER, "not-connected", host + ":" + port + " could not be connected")
                    .causedBy(failed);
        }
    }
}
