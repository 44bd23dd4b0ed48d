package io.heliograph.web.edge;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Purpose;
import io.heliograph.web.contract.OperationSpec;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Lets a request in, in this order: origin, who it is, the session's token, permission, ADMIT. Runs on a virtual
 * thread. No handler runs before all five said yes.
 */
public final class Gatekeeper {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_SECRET = 512;

    private final Authenticator authenticator;
    private final Admission admission;
    private final SessionCookie cookie;
    private final Optional<String> publicOrigin;

    /** @param publicOrigin scheme, host and port under which people reach the service, where the operator said so */
    public Gatekeeper(
            Authenticator authenticator, Admission admission, SessionCookie cookie, Optional<String> publicOrigin) {
        this.authenticator = authenticator;
        this.admission = admission;
        this.cookie = cookie;
        this.publicOrigin = publicOrigin;
    }

    /** What a request shows of who it is, read on its context. */
    record Papers(Optional<String> sessionToken, Optional<String> key) {
        /** Leaves both out. */
        @Override
        public String toString() {
            return "Papers[]";
        }
    }

    Papers papers(HttpServerRequest request, ClientFacts client) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    && authorization.length() <= LONGEST_SECRET;
            return new Papers(
                    Optional.empty(),
                    Optional.of(
                            bearer ? authorization.substring(BEARER.length()).strip() : ""));
        }
        return new Papers(
                cookie.read(request, client).filter(token -> token.length() <= LONGEST_SECRET), Optional.empty());
    }

    /** Lets a request for an operation of the contract in. */
    Caller admit(
            HttpServerRequest request,
            RequestScope scope,
            Papers papers,
            OperationSpec operation,
            Optional<Purpose> purpose) {
        if (papers.key().isEmpty()) {
            Csrf.checkOrigin(request, scope.client(), publicOrigin);
        }
        Caller caller = identify(papers, scope, operation);
        caller.locale().ifPresent(scope::speak);
        if (caller instanceof Caller.Browser browser && !operation.isPublic()) {
            Csrf.checkToken(request.method(), browser, request.getHeader(Csrf.HEADER));
        }
        if (!caller.may(operation.permission())) {
            throw ProblemException.of(
                    caller instanceof Caller.Anonymous ? ProblemType.NOT_SIGNED_IN : ProblemType.FORBIDDEN);
        }
        purpose.ifPresent(known -> scope.limits(admission.admit(known, caller, scope.client())));
        return caller;
    }

    /** Whether a caller that was let in before still would be: asked again and again during a long stream. */
    boolean stillIn(Papers papers, ClientFacts client, OperationSpec operation) {
        Optional<? extends Caller> caller = papers.key().isPresent()
                ? authenticator.key(papers.key().get(), client)
                : papers.sessionToken().flatMap(token -> authenticator.session(token, client));
        return caller.filter(found -> found.may(operation.permission())).isPresent();
    }

    private Caller identify(Papers papers, RequestScope scope, OperationSpec operation) {
        if (papers.key().isPresent()) {
            return authenticator
                    .key(papers.key().get(), scope.client())
                    .orElseThrow(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN));
        }
        if (papers.sessionToken().isEmpty()) {
            return new Caller.Anonymous();
        }
        Optional<Caller.Browser> browser =
                authenticator.session(papers.sessionToken().get(), scope.client());
        if (browser.isEmpty() && !operation.isPublic()) {
            throw ProblemException.of(ProblemType.SESSION_EXPIRED);
        }
        return browser.<Caller>map(found -> found).orElseGet(Caller.Anonymous::new);
    }
}
