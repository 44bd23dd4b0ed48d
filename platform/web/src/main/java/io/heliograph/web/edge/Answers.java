package io.heliograph.web.edge;

import io.heliograph.kernel.ProblemException;
import io.heliograph.policy.PolicyDeniedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Writes answers, on the request's own context and at most once. */
public final class Answers {
    private final Problems problems;
    private final SessionCookie cookie;

    public Answers(Problems problems, SessionCookie cookie) {
        this.problems = problems;
        this.cookie = cookie;
    }

    /** Writes what a handler answered. */
    void reply(RoutingContext routing, Reply reply) {
        HttpServerResponse response = routing.response();
        if (response.ended() || response.closed()) {
            return;
        }
        RequestScope scope = RequestScope.of(routing);
        reply.cookies().forEach(change -> cookie.write(response, change, scope.client()));
        SecurityHeaders.limits(response, reply.limits().isEmpty() ? scope.limits() : reply.limits());
        response.setStatusCode(reply.status()).putHeader("Cache-Control", "no-store");
        if (reply.body().isPresent()) {
            response.putHeader("Content-Type", "application/json");
            response.end(reply.body().get().toBuffer());
        } else {
            response.end();
        }
    }

    /** Writes a failure as a problem; where the answer has begun already the stream is broken off. */
    void fail(RoutingContext routing, Throwable failure) {
        fail(routing, failure, "application/problem+json", problems::body);
    }

    /** Writes a failure in another form. */
    void fail(RoutingContext routing, Throwable failure, String mediaType, SideRoutes.FailureForm form) {
        HttpServerResponse response = routing.response();
        if (response.ended() || response.closed()) {
            return;
        }
        RequestScope scope = RequestScope.of(routing);
        ProblemException problem = problems.of(failure, scope.requestId());
        if (response.headWritten()) {
            response.reset();
            return;
        }
        if (failure instanceof PolicyDeniedException denied) {
            scope.limits(denied.limits());
        }
        SecurityHeaders.limits(response, scope.limits());
        problem.retryAfter()
                .ifPresent(after -> response.putHeader("Retry-After", String.valueOf(Problems.seconds(after))));
        response.headers().remove("Content-Length");
        response.setChunked(false)
                .setStatusCode(form.status(problem))
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", mediaType)
                .end(form.body(problem, scope.locale(), scope.requestId()).toBuffer());
    }
}
