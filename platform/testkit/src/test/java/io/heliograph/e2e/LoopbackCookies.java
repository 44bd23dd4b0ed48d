package io.heliograph.e2e;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Sends Secure cookies over plain http to loopback, as browsers do and the JDK's cookie store does not: it is shown every
 * address as https.
 */
final class LoopbackCookies extends CookieHandler {
    private final CookieHandler inner;

    LoopbackCookies(CookieHandler inner) {
        this.inner = inner;
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> requestHeaders) throws IOException {
        return inner.get(secure(uri), requestHeaders);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> responseHeaders) throws IOException {
        inner.put(secure(uri), responseHeaders);
    }

    private static URI secure(URI uri) {
        return URI.create(uri.toString().replaceFirst("^http:", "https:"));
    }
}
