package io.heliograph.host.egress;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One instance's clients. Requests that change something get a fresh connection each: on a kept one, a close by the other
 * side at the wrong moment would leave us not knowing whether the request was read.
 */
final class EgressClients implements AutoCloseable {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MAX_CONNECTIONS = 256;
    private static final int MAX_MESSAGE_BYTES = 32 * 1024 * 1024;
    private static final int KEEP_SECONDS = 15;

    private final Context context;
    private final HttpClient kept;
    private final HttpClient fresh;
    private final WebSocketClient sockets;
    private final TlsTrust trust;

    /** @param context made under the host's context loader: Vert.x remembers the loader with it */
    EgressClients(Vertx vertx, Context context, TlsTrust trust) {
        this.context = context;
        this.trust = trust;
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS);
        this.kept = vertx.createHttpClient(options(true), pool);
        this.fresh = vertx.createHttpClient(options(false), pool);
        WebSocketClientOptions webSocket = new WebSocketClientOptions()
                .setMaxMessageSize(MAX_MESSAGE_BYTES)
                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                .setMaxConnections(MAX_CONNECTIONS)
                .setVerifyHost(true);
        trust.options().ifPresent(webSocket::setTrustOptions);
        this.sockets = vertx.createWebSocketClient(webSocket);
    }

    private HttpClientOptions options(boolean keepAlive) {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(keepAlive)
                .setKeepAliveTimeout(KEEP_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setDecompressionSupported(false)
                .setVerifyHost(true);
        trust.options().ifPresent(options::setTrustOptions);
        return options;
    }

    HttpClient http(String method) {
        return READING.contains(method.toUpperCase(Locale.ROOT)) ? kept : fresh;
    }

    WebSocketClient webSockets() {
        return sockets;
    }

    Context context() {
        return context;
    }

    TlsTrust trust() {
        return trust;
    }

    @Override
    public void close() {
        kept.close();
        fresh.close();
        sockets.close();
    }
}
