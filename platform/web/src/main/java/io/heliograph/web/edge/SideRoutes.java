package io.heliograph.web.edge;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Purpose;
import io.heliograph.web.contract.OperationSpec;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Routes beside the contract, for other people's clients: the same gatekeeper, lanes and limits, but the handler reads
 * its body itself and failures take the form those clients know.
 */
public final class SideRoutes implements HttpEdge.Mount {
    private final Gatekeeper gatekeeper;
    private final Answers answers;
    private final Lanes lanes;
    private final FailureForm form;
    private final String prefix;
    private final List<Route> routes;

    /** @param prefix path below which everything is theirs, so that what is not there fails in their form too */
    public SideRoutes(
            Gatekeeper gatekeeper, Answers answers, Lanes lanes, FailureForm form, String prefix, List<Route> routes) {
        this.gatekeeper = gatekeeper;
        this.answers = answers;
        this.lanes = lanes;
        this.form = form;
        this.prefix = prefix;
        this.routes = List.copyOf(routes);
    }

    /** Writes a failure for a foreign client. */
    @FunctionalInterface
    public interface FailureForm {
        JsonObject body(ProblemException problem, Locale locale, String requestId);

        /** The HTTP status that such clients take for this problem. */
        default int status(ProblemException problem) {
            return problem.type().status();
        }
    }

    /**
     * One route.
     *
     * @param path as the router writes it
     * @param permission as in the contract; {@code public} is a declaration too
     * @param purpose with what purpose ADMIT is asked; empty where core itself asks
     * @param bodyLimitBytes longest body
     */
    public record Route(
            String id,
            HttpMethod method,
            String path,
            String permission,
            Optional<Purpose> purpose,
            Routes.Lane lane,
            long bodyLimitBytes,
            Routes.StreamHandler handler) {}

    @Override
    public void mount(Vertx vertx, Router root) {
        for (Route route : routes) {
            OperationSpec operation =
                    new OperationSpec(route.id(), route.method(), route.path(), route.permission(), true, List.of());
            root.route(route.method(), route.path()).handler(routing -> serve(routing, route, operation));
        }
        routes.forEach(
                route -> root.route(route.path()).handler(routing -> refuse(routing, ProblemType.METHOD_NOT_ALLOWED)));
        root.route(prefix + "*").handler(routing -> refuse(routing, ProblemType.NOT_FOUND));
    }

    private void refuse(RoutingContext routing, ProblemType type) {
        answers.fail(routing, ProblemException.of(type), "application/json", form);
    }

    private void serve(RoutingContext routing, Route route, OperationSpec operation) {
        RequestScope scope = RequestScope.of(routing);
        scope.matched(route.path());
        routing.request().pause();
        Context context = routing.vertx().getOrCreateContext();
        Exchange exchange = new Exchange(context, routing, route.bodyLimitBytes(), ApiRouter.NO_PROGRESS);
        Gatekeeper.Papers papers = gatekeeper.papers(routing.request(), scope.client());
        Map<String, Object> parameters = new HashMap<>(routing.pathParams());
        lanes.lane(route.lane())
                .call(context, () -> {
                    Caller caller = gatekeeper.admit(routing.request(), scope, papers, operation, route.purpose());
                    exchange.refuseLonger(route.bodyLimitBytes());
                    exchange.limits(scope.limits());
                    Call call = new Call(
                            operation,
                            caller,
                            scope.client(),
                            scope.locale(),
                            scope.requestId(),
                            parameters,
                            new JsonObject());
                    return route.handler().handle(call, exchange);
                })
                .onSuccess(reply -> {
                    exchange.discard();
                    reply.ifPresentOrElse(answer -> answers.reply(routing, answer), exchange::end);
                })
                .onFailure(failure -> {
                    exchange.discard();
                    answers.fail(routing, failure, "application/json", form);
                });
    }
}
