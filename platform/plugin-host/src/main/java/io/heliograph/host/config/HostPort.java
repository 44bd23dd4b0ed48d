package io.heliograph.host.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One port of one host, exactly: how an operator allows a local engine ({@code 127.0.0.1:8188}, {@code rack2:7860},
 * {@code [::1]:80}).
 *
 * @param host lower case; an IPv6 address without brackets
 */
public record HostPort(String host, int port) {
    public HostPort {
        host = host.toLowerCase(Locale.ROOT);
        if (host.isEmpty() || host.contains("/") || host.contains("*") || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("expected host:port");
        }
    }

    /** Reads {@code host:port} or {@code [address]:port}; empty for anything else. */
    public static Optional<HostPort> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String host = text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HostPort(host, Integer.parseInt(text.substring(colon + 1))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
