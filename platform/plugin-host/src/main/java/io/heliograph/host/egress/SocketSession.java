package io.heliograph.host.egress;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.http.WebSocketSession;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket to a pinned address. Messages come whole, and only as fast as they are taken.
 *
 * <p>It stands on Netty's client and not on that of Vert.x above it, which looks the name up once more by itself: what was
 * checked a moment ago would not be where the connection goes.
 */
final class SocketSession implements WebSocketSession {
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(60);
    private static final long LEAVE_SECONDS = 1;
    private static final int LONGEST_ANSWER_BYTES = 64 * 1024;
    private static final int LARGEST_MESSAGE_BYTES = 32 * 1024 * 1024;
    private static final int AHEAD = 16;

    /** What the event loop hands over; empty is the end. */
    private final BlockingQueue<Optional<Message>> messages = new LinkedBlockingQueue<>();

    private final Promise<Boolean> opened = Promise.promise();
    private final EgressScope scope;
    private final String host;
    private volatile @Nullable Channel channel;
    private volatile boolean closed;

    private SocketSession(EgressScope scope, String host) {
        this.scope = scope;
        this.host = host;
    }

    /** @param secure how to encrypt; empty in clear */
    static SocketSession open(
            Pinned to,
            Optional<SslContext> secure,
            URI address,
            Map<String, String> headers,
            Duration limit,
            EgressClients clients,
            EgressScope scope)
            throws PluginException {
        scope.check();
        SocketSession session = new SocketSession(scope, to.host());
        scope.attach(session);
        ChannelFuture connecting = new Bootstrap()
                .group(clients.loop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(limit.toMillis()))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel fresh) {
                        session.equip(fresh, to, secure, handshake(address, headers, limit));
                    }
                })
                .connect(new InetSocketAddress(to.address(), to.port()));
        var _ = connecting.addListener(done -> {
            if (!done.isSuccess()) {
                session.opened.tryFail(done.cause());
            }
        });
        try {
            Waiting.get(session.opened.future(), limit.plusSeconds(1));
            scope.moved();
            return session;
        } catch (Waiting.Broken refused) {
            session.close();
            throw PluginException.nothingHappened(
                            ErrorKind.PROVIDER, "not-connected", to.host() + ": " + refused.getMessage())
                    .causedBy(refused);
        }
    }

    private static WebSocketClientProtocolConfig handshake(URI address, Map<String, String> headers, Duration limit) {
        DefaultHttpHeaders own = new DefaultHttpHeaders();
        headers.forEach(own::add);
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(address)
                .customHeaders(own)
                .allowExtensions(false)
                .generateOriginHeader(false)
                .maxFramePayloadLength(LARGEST_MESSAGE_BYTES)
                .handshakeTimeoutMillis(limit.toMillis())
                .forceCloseTimeoutMillis(TimeUnit.SECONDS.toMillis(LEAVE_SECONDS))
                .build();
    }

    private void equip(
            SocketChannel fresh, Pinned to, Optional<SslContext> secure, WebSocketClientProtocolConfig handshake) {
        secure.ifPresent(context -> fresh.pipeline().addLast(context.newHandler(fresh.alloc(), to.host(), to.port())));
        fresh.pipeline()
                .addLast(new HttpClientCodec())
                .addLast(new HttpObjectAggregator(LONGEST_ANSWER_BYTES))
                .addLast(new WebSocketClientProtocolHandler(handshake))
                .addLast(new WebSocketFrameAggregator(LARGEST_MESSAGE_BYTES))
                .addLast(new Receiving());
        channel = fresh;
        if (closed) {
            var _ = fresh.close();
        }
    }

    /** Runs on the event loop. */
    private final class Receiving extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                opened.tryComplete(true);
            }
            super.userEventTriggered(context, event);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof TextWebSocketFrame text) {
                messages.add(Optional.of(new Message.Text(text.text())));
            } else if (frame instanceof BinaryWebSocketFrame binary) {
                byte[] bytes = new byte[binary.content().readableBytes()];
                binary.content().readBytes(bytes);
                messages.add(Optional.of(new Message.Binary(bytes)));
            }
            // Stop reading while the plugin is behind, so that a chatty peer cannot fill the memory.
            if (messages.size() > AHEAD) {
                context.channel().config().setAutoRead(false);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            opened.tryFail(new IOException("the connection was closed"));
            messages.add(Optional.empty());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            opened.tryFail(cause);
            messages.add(Optional.empty());
            var _ = context.close();
        }
    }

    @Override
    public void send(String text) throws PluginException {
        write(new TextWebSocketFrame(text));
    }

    @Override
    public void send(byte[] bytes) throws PluginException {
        write(new BinaryWebSocketFrame(Unpooled.copiedBuffer(bytes)));
    }

    private void write(WebSocketFrame frame) throws PluginException {
        scope.check();
        scope.leaving();
        Promise<Boolean> written = Promise.promise();
        var _ = open().writeAndFlush(frame).addListener(done -> {
            if (done.isSuccess()) {
                written.tryComplete(true);
            } else {
                written.tryFail(done.cause());
            }
        });
        try {
            Waiting.get(written.future(), WRITE_LIMIT);
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
        if (messages.size() <= AHEAD) {
            open().config().setAutoRead(true);
        }
        return next;
    }

    private Channel open() throws PluginException {
        Channel open = channel;
        if (open == null) {
            throw lost(null);
        }
        return open;
    }

    private PluginException lost(@Nullable Throwable cause) {
        PluginException lost = PluginException.unknown("connection-lost", host + ": the connection has closed");
        return cause == null ? lost : lost.causedBy(cause);
    }

    /** Says goodbye, and leaves whatever the other side does. */
    @Override
    public void close() {
        closed = true;
        scope.detach(this);
        messages.add(Optional.empty());
        Channel open = channel;
        if (open != null) {
            var _ = open.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
                    .addListener(ChannelFutureListener.CLOSE);
            var _ = open.eventLoop()
                    .schedule(
                            () -> {
                                var _ = open.close();
                            },
                            LEAVE_SECONDS,
                            TimeUnit.SECONDS);
        }
    }
}
