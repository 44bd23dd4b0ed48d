package io.heliograph.host.egress;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;

/**
 * One instance's clients. Each request gets a client, and so a connection, of its own: on a kept one, a close by the
 * other side at the wrong moment would leave us not knowing whether the request was read; and a client told not to keep
 * connections closes them when the last byte has come, even if we have not taken it yet.
 */
final class EgressClients implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 256;
    private static final int MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

    private final Context context;
    private final Vertx vertx;
    private final WebSocketClient sockets;
    private final TlsTrust trust;

    /** @param context made under the host's context loader: Vert.x remembers the loader with it */
    EgressClients(Vertx vertx, Context context, TlsTrust trust) {
        this.context = context;
        this.trust = trust;
        this.vertx = vertx;
        WebSocketClientOptions webSocket = new WebSocketClientOptions()
                .setMaxMessageSize(MAX_MESSAGE_BYTES)
                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                .setMaxConnections(MAX_CONNECTIONS)
                .setVerifyHost(true);
        trust.options().ifPresent(webSocket::setTrustOptions);
        this.sockets = vertx.createWebSocketClient(webSocket);
    }

    private HttpClientOptions options() {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(true)
                .setDecompressionSupported(false)
                .setVerifyHost(true);
        trust.options().ifPresent(options::setTrustOptions);
        return options;
    }

    /** A client for one request, closed with it. */
    HttpClient http() {
        return vertx.createHttpClient(options(), new PoolOptions().setHttp1MaxSize(1));
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
        sockets.close();
    }
}
