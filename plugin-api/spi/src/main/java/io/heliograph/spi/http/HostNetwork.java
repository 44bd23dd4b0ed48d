package io.heliograph.spi.http;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSink;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The only way out for a plugin. Every host must be declared in the manifest or, for local engines, be allowed for the
 * instance by exact host and port; anything else is refused and reported. Redirects are not followed across hosts. The
 * address is pinned for each connection.
 *
 * <p>Failures are {@link PluginException}s whose effect is {@link io.heliograph.spi.Effect#NONE} only where no byte of
 * the request can have been read by the other side.
 */
public interface HostNetwork {
    /** Sends and reads the answer into memory, at most {@link HttpCall#maxResponseBytes()}. */
    HttpReply send(HttpCall call) throws PluginException;

    /** Sends and writes the answer's body to {@code sink} as it comes; the reply's body is empty. */
    HttpReply send(HttpCall call, ByteSink sink) throws PluginException;

    /** Sends and hands over server-sent events one by one, on this thread, until the stream ends. */
    HttpReply events(HttpCall call, Consumer<ServerSentEvent> consumer) throws PluginException;

    /** Opens a WebSocket. Close it before the call returns. */
    WebSocketSession webSocket(URI address, Map<String, String> headers, Duration connectTimeout)
            throws PluginException;

    /** Opens a connection to a declared host and port (LDAP, SMTP). Close it before the call returns. */
    NetworkConnection connect(String host, int port, boolean tls, Duration connectTimeout) throws PluginException;
}
