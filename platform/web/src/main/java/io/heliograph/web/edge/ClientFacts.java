package io.heliograph.web.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From where and over what a request came. Forwarded headers count only when the peer is a trusted proxy.
 *
 * @param address network address of the client, as a literal
 * @param secure whether it came over https, to us or to a trusted proxy
 * @param loopback whether the browser called this very machine by a name it trusts without https
 * @param origin scheme, host and port as the browser knows them: {@code https://pictures.example.org}
 * @param device what the browser says it is, in a few words: {@code Firefox on Linux}
 */
public record ClientFacts(String address, boolean secure, boolean loopback, String origin, String device) {
    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Whether a browser keeps a Secure cookie of this connection. */
    public boolean keepsSecureCookies() {
        return secure || loopback;
    }

    /** Reads the facts of a request. */
    static ClientFacts of(HttpServerRequest request, List<Cidr> trustedProxies) {
        String peer = request.remoteAddress() == null
                ? ""
                : Optional.ofNullable(request.remoteAddress().hostAddress()).orElse("");
        boolean proxied = isTrusted(peer, trustedProxies);
        String address = proxied ? forwardedFor(request, peer, trustedProxies) : peer;
        String scheme =
                proxied ? lastOf(request.getHeader("X-Forwarded-Proto")).orElse(scheme(request)) : scheme(request);
        String host =
                proxied ? lastOf(request.getHeader("X-Forwarded-Host")).orElse(authority(request)) : authority(request);
        boolean secure = scheme.equals("https");
        return new ClientFacts(
                withoutZone(address),
                secure,
                isLoopbackHost(host),
                scheme + "://" + host,
                Devices.of(request.getHeader("User-Agent")));
    }

    private static String scheme(HttpServerRequest request) {
        return request.isSSL() ? "https" : "http";
    }

    private static String authority(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority == null) {
            return "";
        }
        boolean usual = authority.port() <= 0 || authority.port() == (request.isSSL() ? 443 : 80);
        return usual ? authority.host() : authority.host() + ":" + authority.port();
    }

    private static boolean isLoopbackHost(String hostAndPort) {
        String host = hostAndPort.replaceFirst(":[0-9]+$", "");
        return LOOPBACK_HOSTS.contains(host) || host.endsWith(".localhost");
    }

    /** The last address in the list that is not one of our proxies: everything before it anybody may have written. */
    private static String forwardedFor(HttpServerRequest request, String peer, List<Cidr> trustedProxies) {
        String list = String.join(",", request.headers().getAll("X-Forwarded-For"));
        String client = peer;
        List<String> hops = List.of(list.split(",", -1)).reversed();
        for (String hop : hops) {
            Optional<InetAddress> address = Cidr.address(hop.strip());
            if (address.isEmpty()) {
                break;
            }
            client = address.get().getHostAddress();
            if (!isTrusted(client, trustedProxies)) {
                break;
            }
        }
        return client;
    }

    private static boolean isTrusted(String literal, List<Cidr> trustedProxies) {
        return Cidr.address(withoutZone(literal))
                .filter(address -> trustedProxies.stream().anyMatch(range -> range.contains(address)))
                .isPresent();
    }

    private static String withoutZone(String literal) {
        int zone = literal.indexOf('%');
        return zone < 0 ? literal : literal.substring(0, zone);
    }

    private static Optional<String> lastOf(@Nullable String list) {
        if (list == null || list.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(list.substring(list.lastIndexOf(',') + 1).strip().toLowerCase(Locale.ROOT));
    }
}
