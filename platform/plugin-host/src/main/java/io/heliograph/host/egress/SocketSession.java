package io.heliograph.host.egress;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.http.WebSocketSession;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open WebSocket to a pinned address. Messages come whole, and only as fast as they are taken. */
final class SocketSession implements WebSocketSession {
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(60);
    private static final int AHEAD = 16;

    /** What the event loop hands over; empty is the end. */
    private final BlockingQueue<Optional<Message>> messages = new LinkedBlockingQueue<>();

    private final Context context;
    private final EgressScope scope;
    private final String host;
    private @Nullable WebSocket socket;

    private SocketSession(Context context, EgressScope scope, String host) {
        this.context = context;
        this.scope = scope;
        this.host = host;
    }

    static SocketSession open(
            Context context, WebSocketClient client, WebSocketConnectOptions options, Duration limit, EgressScope scope)
            throws PluginException {
        scope.check();
        SocketSession session = new SocketSession(context, scope, options.getHost());
        scope.attach(session);
        try {
            session.socket = Waiting.get(
                    session.onLoop(() -> client.connect(options).map(session::listen)), limit.plusSeconds(1));
            scope.moved();
            return session;
        } catch (Waiting.Broken refused) {
            session.close();
            throw PluginException.nothingHappened(
                            ErrorKind.PROVIDER, "not-connected", options.getHost() + ": " + refused.getMessage())
                    .causedBy(refused);
        }
    }

    private WebSocket listen(WebSocket open) {
        open.textMessageHandler(text -> messages.add(Optional.of(new Message.Text(text))));
        open.binaryMessageHandler(bytes -> messages.add(Optional.of(new Message.Binary(bytes.getBytes()))));
        open.closeHandler(_ -> messages.add(Optional.empty()));
        open.exceptionHandler(_ -> messages.add(Optional.empty()));
        return open;
    }

    @Override
    public void send(String text) throws PluginException {
        write(open -> open.writeTextMessage(text));
    }

    @Override
    public void send(byte[] bytes) throws PluginException {
        Buffer copy = Buffer.buffer(bytes.length).appendBytes(bytes);
        write(open -> open.writeBinaryMessage(copy));
    }

    private void write(java.util.function.Function<WebSocket, Future<Void>> code) throws PluginException {
        scope.check();
        scope.leaving();
        WebSocket open = open();
        try {
            Waiting.get(onLoop(() -> code.apply(open).map(true)), WRITE_LIMIT);
            scope.moved();
        } catch (Waiting.Broken broken) {
            close();
            throw lost(broken);
        }
    }

    @Override
    public Optional<Message> receive(Duration wait) throws PluginException {
        scope.check();
        Optional<Message> next;
        try {
            next = messages.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw lost(stopped);
        }
        if (next == null) {
            scope.check();
            return Optional.empty();
        }
        if (next.isEmpty()) {
            messages.add(next);
            throw lost(null);
        }
        scope.moved();
        int waiting = messages.size();
        WebSocket open = open();
        // Stop reading while the plugin is behind, so that a chatty peer cannot fill the memory.
        context.runOnContext(_ -> {
            if (waiting > AHEAD) {
                open.pause();
            } else {
                open.resume();
            }
        });
        return next;
    }

    private WebSocket open() throws PluginException {
        WebSocket open = socket;
        if (open == null) {
            throw lost(null);
        }
        return open;
    }

    private PluginException lost(@Nullable Throwable cause) {
        PluginException lost = PluginException.unknown("connection-lost", host + ": the connection has closed");
        return cause == null ? lost : lost.causedBy(cause);
    }

    private <T> Future<T> onLoop(Supplier<Future<T>> code) {
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

    @Override
    public void close() {
        scope.detach(this);
        messages.add(Optional.empty());
        WebSocket open = socket;
        if (open != null) {
            context.runOnContext(_ -> open.close());
        }
    }
}
