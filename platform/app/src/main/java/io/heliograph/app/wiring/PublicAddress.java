package io.heliograph.app.wiring;

import io.heliograph.app.config.Configuration;
import java.util.Optional;

/** Under which address people reach the service: the configured one, or the one it listens on. */
final class PublicAddress {
    private final Optional<String> configured;
    private final String scheme;
    private final String host;
    private volatile int port;

    PublicAddress(Configuration configuration) {
        this.configured = configuration
                .optionalText("server.public-url")
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        this.scheme = configuration.text("server.tls").equals("off") ? "http" : "https";
        String listening = configuration.text("server.address");
        this.host = listening.equals("0.0.0.0") || listening.equals("::") ? "localhost" : listening;
        this.port = configuration.integer("server.port");
    }

    /** Tells the port that the service got. */
    void listening(int actualPort) {
        this.port = actualPort;
    }

    /** Scheme, host and port without a slash at the end. */
    String base() {
        return configured.orElseGet(() -> scheme + "://" + host + ":" + port);
    }

    /** What the operator configured. */
    Optional<String> configured() {
        return configured;
    }
}
