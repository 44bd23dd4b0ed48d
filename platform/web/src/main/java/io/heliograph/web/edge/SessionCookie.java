package io.heliograph.web.edge;

import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The one cookie there is (K1). Over https and on loopback it is {@code __Host-session} with Secure, HttpOnly and
 * SameSite=Lax. Browsers drop such a cookie on plain http elsewhere: there signing in is refused, unless the operator
 * wrote {@code insecure_lan: true}; then it is {@code session} without Secure.
 */
@Commitment("K1")
public final class SessionCookie {
    /** Its name where it is Secure. */
    public static final String SECURE_NAME = "__Host-session";
    /** Its name on plain http, where the operator allows that. */
    public static final String PLAIN_NAME = "session";

    private final boolean insecureLan;

    /** @param insecureLan whether the operator allows sign-in over plain http */
    public SessionCookie(boolean insecureLan) {
        this.insecureLan = insecureLan;
    }

    /** Whether the operator allows sign-in over plain http. */
    public boolean insecureLan() {
        return insecureLan;
    }

    /** Whether somebody may sign in over this connection. */
    public boolean allows(ClientFacts client) {
        return client.keepsSecureCookies() || insecureLan;
    }

    /** @throws ProblemException of type INSECURE_ORIGIN where nobody may sign in over this connection */
    public void require(ClientFacts client) {
        if (!allows(client)) {
            throw ProblemException.of(ProblemType.INSECURE_ORIGIN);
        }
    }

    /** The session token that a request carries. */
    Optional<String> read(HttpServerRequest request, ClientFacts client) {
        String name = name(client);
        return Optional.ofNullable(request.getCookie(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** Writes a change to a response. */
    void write(HttpServerResponse response, Change change, ClientFacts client) {
        Cookie cookie = Cookie.cookie(name(client), change.token())
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(client.keepsSecureCookies())
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(change.lasts().toSeconds());
        response.addCookie(cookie);
    }

    private static String name(ClientFacts client) {
        return client.keepsSecureCookies() ? SECURE_NAME : PLAIN_NAME;
    }

    /**
     * Setting or ending the cookie.
     *
     * @param lasts zero to end it
     */
    public record Change(String token, Duration lasts) {
        /** Ends it. */
        public static Change end() {
            return new Change("", Duration.ZERO);
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Change[" + lasts + "]";
        }
    }
}
