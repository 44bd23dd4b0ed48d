package io.heliograph.testkit.host;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.http.WebSocketSession;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JDK's WebSocket behind the SPI's blocking one. */
final class FakeWebSocket implements WebSocketSession {
    private final WebSocket socket;
    private final Inbox inbox;

    private FakeWebSocket(WebSocket socket, Inbox inbox) {
        this.socket = socket;
        this.inbox = inbox;
    }

    static FakeWebSocket open(HttpClient client, URI address, Map<String, String> headers, Duration timeout)
            throws PluginException {
        Inbox inbox = new Inbox();
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(timeout);
        headers.forEach(builder::header);
        try {
            return new FakeWebSocket(builder.buildAsync(address, inbox).join(), inbox);
        } catch (CompletionException e) {
            throw PluginException.nothingHappened(ErrorKind.PROVIDER, "connect", "Nobody answers there.")
                    .causedBy(e);
        }
    }

    @Override
    public void send(String text) throws PluginException {
        try {
            socket.sendText(text, true).join();
        } catch (CompletionException e) {
            throw PluginException.unknown("socket", "The connection broke.").causedBy(e);
        }
    }

    @Override
    public void send(byte[] bytes) throws PluginException {
        try {
            socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        } catch (CompletionException e) {
            throw PluginException.unknown("socket", "The connection broke.").causedBy(e);
        }
    }

    @Override
    public Optional<Message> receive(Duration wait) throws PluginException {
        try {
            @Nullable Object got = inbox.queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            return switch (got) {
                case null -> Optional.empty();
                case Message message -> Optional.of(message);
                default -> throw PluginException.unknown("closed", "The other side has closed.");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PluginException.unknown("interrupted", "The call was interrupted.")
                    .causedBy(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Puts whole messages into a queue; the text "end" in it is no message and means that nothing more comes. */
    private static final class Inbox implements WebSocket.Listener {
        private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                queue.add(new Message.Text(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            bytes.writeBytes(part);
            if (last) {
                queue.add(new Message.Binary(bytes.toByteArray()));
                bytes.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            queue.add("end");
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            queue.add("end");
        }
    }
}
