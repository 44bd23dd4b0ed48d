package io.heliograph.host.egress;

import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.internal.ContextInternal;

/**
 * One instance's clients. Each request gets a client, and so a connection, of its own: on a kept one, a close by the
 * other side at the wrong moment would leave us not knowing whether the request was read; and a client told not to keep
 * connections closes them when the last byte has come, even if we have not taken it yet.
 */
final class EgressClients {
    private final Context context;
    private final Vertx vertx;
    private final TlsTrust trust;

    /** @param context made under the host's context loader: Vert.x remembers the loader with it */
    EgressClients(Vertx vertx, Context context, TlsTrust trust) {
        this.context = context;
        this.trust = trust;
        this.vertx = vertx;
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

    /** The event loop of the context, for connections that are not Vert.x's. */
    EventLoop loop() {
        return ((ContextInternal) context).nettyEventLoop();
    }

    Context context() {
        return context;
    }

    TlsTrust trust() {
        return trust;
    }
}
