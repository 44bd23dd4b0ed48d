package io.heliograph.web.edge;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.web.contract.Contract;
import io.heliograph.web.contract.OperationSpec;
import io.heliograph.web.contract.ParameterCheck;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Routes the contract. Ordinary operations pass Vert.x's own contract router behind a body handler of at most
 * {@value #BODY_LIMIT_BYTES} bytes; streamed ones are mounted beside it and see the raw request. Both then take the same
 * way: hand-off, {@link Gatekeeper}, handler, one answer.
 */
public final class ApiRouter {
    /** Longest JSON body. */
    public static final int BODY_LIMIT_BYTES = 256 * 1024;

    /** How long a transfer may stand still. */
    static final Duration NO_PROGRESS = Duration.ofSeconds(30);

    private final Contract contract;
    private final Routes routes;
    private final Gatekeeper gatekeeper;
    private final Answers answers;
    private final Lanes lanes;
    private final Duration noProgress;
    private final Map<String, ParameterCheck> checks = new HashMap<>();

    public ApiRouter(Contract contract, Routes routes, Gatekeeper gatekeeper, Answers answers, Lanes lanes) {
        this(contract, routes, gatekeeper, answers, lanes, NO_PROGRESS);
    }

    /** @param noProgress how long a transfer may stand still */
    public ApiRouter(
            Contract contract,
            Routes routes,
            Gatekeeper gatekeeper,
            Answers answers,
            Lanes lanes,
            Duration noProgress) {
        this.contract = contract;
        this.routes = routes;
        this.gatekeeper = gatekeeper;
        this.answers = answers;
        this.lanes = lanes;
        this.noProgress = noProgress;
        contract.operations().forEach(operation -> checks.put(operation.id(), new ParameterCheck(operation)));
    }

    /** Mounts every operation on {@code root}, for one event loop. */
    public void mount(Vertx vertx, Router root, OpenAPIContract openApi) {
        RouterBuilder builder = RouterBuilder.create(vertx, openApi, RequestExtractor.withBodyHandler());
        builder.rootHandler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT_BYTES));
        BodyFaults bodyFaults = new BodyFaults(openApi);
        for (OperationSpec operation : contract.operations()) {
            switch (routes.entry(operation)) {
                case Routes.Entry.Streamed streamed ->
                    root.route(operation.method(), Contract.BASE_PATH + operation.routerPath())
                            .handler(routing -> stream(routing, operation, streamed));
                case Routes.Entry.Ordinary ordinary ->
                    builder.getRoute(operation.id())
                            .addHandler(routing -> answer(routing, operation, ordinary))
                            .addFailureHandler(routing -> refuse(routing, operation, bodyFaults));
            }
        }
        root.route(Contract.BASE_PATH + "/*").subRouter(builder.createRouter());
    }

    private void answer(RoutingContext routing, OperationSpec operation, Routes.Entry.Ordinary entry) {
        RequestScope scope = matched(routing, operation);
        ParameterCheck.Result parameters = parameters(routing, operation);
        if (!parameters.errors().isEmpty()) {
            answers.fail(routing, ProblemException.fields(ProblemType.VALIDATION, parameters.errors()));
            return;
        }
        JsonObject body = routing.body() == null || routing.body().isEmpty()
                ? new JsonObject()
                : Optional.ofNullable(routing.body().asJsonObject()).orElseGet(JsonObject::new);
        Gatekeeper.Papers papers = gatekeeper.papers(routing.request(), scope.client());
        lanes.lane(entry.lane())
                .call(context(routing), () -> {
                    Caller caller = gatekeeper.admit(routing.request(), scope, papers, operation, entry.purpose());
                    return entry.handler().handle(call(operation, caller, scope, parameters, body));
                })
                .onSuccess(reply -> answers.reply(routing, reply))
                .onFailure(failure -> answers.fail(routing, failure));
    }

    private void stream(RoutingContext routing, OperationSpec operation, Routes.Entry.Streamed entry) {
        RequestScope scope = matched(routing, operation);
        routing.request().pause();
        Context context = context(routing);
        Exchange exchange = new Exchange(context, routing, entry.bodyLimitBytes(), noProgress);
        ParameterCheck.Result parameters = parameters(routing, operation);
        if (!parameters.errors().isEmpty()) {
            exchange.discard();
            answers.fail(routing, ProblemException.fields(ProblemType.VALIDATION, parameters.errors()));
            return;
        }
        Gatekeeper.Papers papers = gatekeeper.papers(routing.request(), scope.client());
        exchange.recheckBy(() -> gatekeeper.stillIn(papers, scope.client(), operation));
        lanes.lane(entry.lane())
                .call(context, () -> {
                    Caller caller = gatekeeper.admit(routing.request(), scope, papers, operation, entry.purpose());
                    exchange.refuseLonger(entry.bodyLimitBytes());
                    exchange.limits(scope.limits());
                    return entry.handler()
                            .handle(call(operation, caller, scope, parameters, new JsonObject()), exchange);
                })
                .onSuccess(reply -> {
                    exchange.discard();
                    reply.ifPresentOrElse(r -> answers.reply(routing, r), () -> exchange.end());
                })
                .onFailure(failure -> {
                    exchange.discard();
                    answers.fail(routing, failure);
                });
    }

    private void refuse(RoutingContext routing, OperationSpec operation, BodyFaults bodyFaults) {
        matched(routing, operation);
        Throwable failure = routing.failure();
        ParameterCheck.Result parameters = parameters(routing, operation);
        answers.fail(routing, bodyFaults.translate(routing, operation, failure, parameters.errors()));
    }

    private static Call call(
            OperationSpec operation,
            Caller caller,
            RequestScope scope,
            ParameterCheck.Result parameters,
            JsonObject body) {
        return new Call(
                operation, caller, scope.client(), scope.locale(), scope.requestId(), parameters.values(), body);
    }

    private ParameterCheck.Result parameters(RoutingContext routing, OperationSpec operation) {
        ParameterCheck check = checks.get(operation.id());
        if (check == null) {
            throw new IllegalStateException("no check for " + operation.id());
        }
        return check.read(
                routing.pathParams(), routing.queryParams(), routing.request().headers());
    }

    private static RequestScope matched(RoutingContext routing, OperationSpec operation) {
        RequestScope scope = RequestScope.of(routing);
        scope.matched(Contract.BASE_PATH + operation.path());
        return scope;
    }

    private static Context context(RoutingContext routing) {
        return routing.vertx().getOrCreateContext();
    }
}
