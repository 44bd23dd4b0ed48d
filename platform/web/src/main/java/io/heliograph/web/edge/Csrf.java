package io.heliograph.web.edge;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Requests that change something must come from our own pages (K3). Two independent checks: what the browser itself says
 * about the request's origin, for everybody with or without a session; and, in a session, a token that only our own page
 * could read. The token is an HMAC of the session's secret, so it is stored nowhere and ends with the session.
 */
@Commitment("K3")
public final class Csrf {
    /** Header that carries the token. */
    public static final String HEADER = "X-CSRF-Token";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final byte[] CONTEXT = "heliograph csrf 1".getBytes(StandardCharsets.US_ASCII);

    private Csrf() {}

    /** The token that belongs to a session's secret. */
    public static String tokenOf(String sessionToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(sessionToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(CONTEXT));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HmacSHA256", impossible);
        }
    }

    /** Refuses a request that changes something and comes from another site. */
    static void checkOrigin(HttpServerRequest request, ClientFacts client, Optional<String> publicOrigin) {
        if (SAFE.contains(request.method())) {
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean siteFits = site == null || site.equals("same-origin") || site.equals("none");
        String origin = request.getHeader("Origin");
        boolean originFits = origin == null
                || origin.equals(client.origin())
                || publicOrigin.filter(origin::equals).isPresent();
        if (!siteFits || !originFits) {
            throw ProblemException.of(ProblemType.CSRF);
        }
    }

    /** Refuses a request of a session that changes something without the session's own token. */
    static void checkToken(HttpMethod method, Caller.Browser caller, @Nullable String token) {
        if (SAFE.contains(method)) {
            return;
        }
        boolean fits = token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        caller.csrfToken().getBytes(StandardCharsets.UTF_8));
        if (!fits) {
            throw ProblemException.of(ProblemType.CSRF);
        }
    }
}
