package io.heliograph.web;

import io.heliograph.web.edge.Cidr;
import io.heliograph.web.edge.Tls;
import java.util.List;
import java.util.Optional;

/**
 * How the service is reached.
 *
 * @param host address to listen on
 * @param port 0 for any that is free
 * @param eventLoops how many event loops serve, at least 1
 * @param trustedProxies whose forwarded headers count
 * @param insecureLan whether people may sign in over plain http from elsewhere
 * @param publicUrl scheme, host and port under which people reach it, without a slash at its end
 * @param uploadLimitBytes longest upload
 */
public record WebSettings(
        String host,
        int port,
        Tls tls,
        int eventLoops,
        List<Cidr> trustedProxies,
        boolean insecureLan,
        Optional<String> publicUrl,
        long uploadLimitBytes) {
    /** Longest upload where nobody says otherwise. */
    public static final long UPLOAD_LIMIT_BYTES = 32L * 1024 * 1024;

    public WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** On this machine only, over plain http. */
    public static WebSettings loopback(int port) {
        return new WebSettings(
                "127.0.0.1", port, new Tls.None(), 2, List.of(), false, Optional.empty(), UPLOAD_LIMIT_BYTES);
    }
}
