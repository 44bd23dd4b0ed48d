package io.heliograph.spi.http;

import io.heliograph.spi.PluginException;
import java.time.Duration;
import java.util.Optional;

/** An open WebSocket, for the thread of the call. */
public interface WebSocketSession extends AutoCloseable {
    /** Sends a text. */
    void send(String text) throws PluginException;

    /** Sends bytes. */
    void send(byte[] bytes) throws PluginException;

    /**
     * Waits for the next message.
     *
     * @return empty when none came within {@code wait}
     * @throws PluginException also when the other side has closed
     */
    Optional<Message> receive(Duration wait) throws PluginException;

    /** Closes. */
    @Override
    void close();

    /** A message, whole. */
    sealed interface Message {
        /** Text. */
        record Text(String text) implements Message {}

        /** Bytes. */
        record Binary(byte[] bytes) implements Message {}
    }
}
