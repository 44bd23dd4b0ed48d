package io.heliograph.web.edge;

import io.heliograph.policy.RateLimitState;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.stream.Collectors;

/** Headers that every answer carries, and those that say how the limits stand. */
public final class SecurityHeaders {
    /** For everything that is not a page: nothing in it is ever run, framed or loaded from. */
    public static final String INERT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private SecurityHeaders() {}

    static void write(HttpServerResponse response, ClientFacts client, String requestId) {
        response.putHeader("X-Request-Id", requestId)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
                .putHeader("Content-Security-Policy", INERT_POLICY);
        if (client.secure() && !client.loopback()) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /**
     * The policy of our own pages: scripts and styles from here only, and one style element by nonce, because the
     * component library writes its variables into it. No inline script, no eval, no other origin.
     */
    public static String pagePolicy(String nonce) {
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; "
                + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** {@code RateLimit} and {@code RateLimit-Policy} as the IETF's draft for such headers writes them. */
    static void limits(HttpServerResponse response, List<RateLimitState> limits) {
        if (limits.isEmpty()) {
            return;
        }
        response.putHeader(
                "RateLimit-Policy",
                limits.stream()
                        .map(l -> "\"" + l.policy() + "\";q=" + l.limit() + ";w=" + l.windowSeconds())
                        .collect(Collectors.joining(", ")));
        response.putHeader(
                "RateLimit",
                limits.stream()
                        .map(l -> "\"" + l.policy() + "\";r=" + l.remaining() + ";t=" + l.resetSeconds())
                        .collect(Collectors.joining(", ")));
    }
}
