package io.heliograph.spi.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request.
 *
 * @param idleTimeout how long without progress; not a limit on the whole
 * @param maxResponseBytes larger answers fail
 */
public record HttpCall(
        String method,
        URI address,
        Map<String, String> headers,
        HttpBody body,
        Duration idleTimeout,
        long maxResponseBytes) {
    private static final Duration DEFAULT_IDLE = Duration.ofSeconds(60);
    private static final long DEFAULT_MAX_BYTES = 8L * 1024 * 1024;

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** A GET that gives up after 60 s without progress and reads at most 8 MiB. */
    public static HttpCall get(URI address, Map<String, String> headers) {
        return new HttpCall("GET", address, headers, new HttpBody.None(), DEFAULT_IDLE, DEFAULT_MAX_BYTES);
    }

    /** A POST with the same limits. */
    public static HttpCall post(URI address, Map<String, String> headers, HttpBody body) {
        return new HttpCall("POST", address, headers, body, DEFAULT_IDLE, DEFAULT_MAX_BYTES);
    }

    /** Method and host only: paths and headers may hold secrets. */
    @Override
    public String toString() {
        return method + " " + address.getHost();
    }
}
