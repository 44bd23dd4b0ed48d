package io.heliograph.web.edge;

import io.heliograph.kernel.Ids;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.web.contract.ContractLoading;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * The HTTP server: a few event loops, each with the same routes. It owns nothing that outlives it but the Vert.x
 * instance it was given, which it does not close.
 */
public final class HttpEdge implements AutoCloseable {
    private static final Pattern ESCAPED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Listen listen;
    private final ContractLoading contract;
    private final ApiRouter api;
    private final Answers answers;
    private final Lanes lanes;
    private final Ids ids;
    private final List<Mount> mounts;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    /**
     * @param mounts further routes, in this order, after the API: pages, assets, other people's APIs
     */
    public HttpEdge(
            Vertx vertx,
            Listen listen,
            ContractLoading contract,
            ApiRouter api,
            Answers answers,
            Lanes lanes,
            Ids ids,
            List<Mount> mounts) {
        this.vertx = vertx;
        this.listen = listen;
        this.contract = contract;
        this.api = api;
        this.answers = answers;
        this.lanes = lanes;
        this.ids = ids;
        this.mounts = List.copyOf(mounts);
    }

    /**
     * Where to listen.
     *
     * @param port 0 for any that is free
     * @param eventLoops how many event loops serve, at least 1; one if the port is 0
     * @param trustedProxies whose forwarded headers count
     */
    public record Listen(String host, int port, Tls tls, int eventLoops, List<Cidr> trustedProxies) {
        public Listen {
            trustedProxies = List.copyOf(trustedProxies);
        }
    }

    /** Adds routes for one event loop. */
    @FunctionalInterface
    public interface Mount {
        void mount(Vertx vertx, Router root);
    }

    /**
     * Starts listening. Blocks until every event loop does.
     *
     * @return the port
     * @throws BindException if the port is taken
     * @throws IOException if a certificate cannot be read or made, or the server cannot start
     */
    public int start() throws IOException, InterruptedException {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(listen.host())
                .setPort(listen.port())
                .setIdleTimeout(120)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxHeaderSize(16 * 1024)
                .setMaxInitialLineLength(8 * 1024)
                .setHttp2ClearTextEnabled(true)
                .setHandle100ContinueAutomatically(true);
        listen.tls().apply(options);
        try {
            OpenAPIContract openApi = contract.routed(START_LIMIT.toMillis());
            int instances = listen.port() == 0 ? 1 : listen.eventLoops();
            await(vertx.deployVerticle(
                    () -> new Loop(options, openApi),
                    new DeploymentOptions().setInstances(instances).setThreadingModel(ThreadingModel.EVENT_LOOP)));
        } catch (TimeoutException slow) {
            throw new IOException("the server did not start within " + START_LIMIT.toSeconds() + " s", slow);
        }
        return servers.getFirst().actualPort();
    }

    private static <T> T await(Future<T> future) throws IOException, TimeoutException {
        try {
            return future.await(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw slow;
        } catch (Exception failure) {
            if (failure instanceof BindException taken) {
                throw taken;
            }
            throw new IOException("the server could not start: " + failure.getMessage(), failure);
        }
    }

    /** Whether it is stopping: then it is not ready any more. */
    public boolean isStopping() {
        return stopping.get();
    }

    /** Says from now on that it is not ready; takes requests as before. First step of stopping. */
    public void announceStop() {
        stopping.set(true);
    }

    /** Stops: no new connection, what is under way may end within {@code atMost}, waiting streams end at once. */
    public void stop(Duration atMost) throws InterruptedException {
        announceStop();
        lanes.waits().close();
        List<Future<Void>> shutdowns = servers.stream()
                .map(server -> server.shutdown(atMost.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        lanes.drain(atMost);
        Future.join(shutdowns).otherwiseEmpty().await();
        lanes.close();
    }

    @Override
    public void close() {
        try {
            stop(Duration.ofSeconds(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Router router(OpenAPIContract openApi) {
        Router root = Router.router(vertx);
        root.route().handler(this::open);
        api.mount(vertx, root, openApi);
        mounts.forEach(mount -> mount.mount(vertx, root));
        root.route().failureHandler(this::fail);
        root.errorHandler(404, routing -> answers.fail(routing, ProblemException.of(ProblemType.NOT_FOUND)));
        root.errorHandler(405, routing -> answers.fail(routing, ProblemException.of(ProblemType.METHOD_NOT_ALLOWED)));
        return root;
    }

    private void fail(RoutingContext routing) {
        Throwable failure = routing.failure();
        answers.fail(routing, failure == null ? new HttpException(routing.statusCode()) : failure);
    }

    private void open(RoutingContext routing) {
        ClientFacts client = ClientFacts.of(routing.request(), listen.trustedProxies());
        RequestScope scope = RequestScope.open(routing, ids.next().toString(), client);
        SecurityHeaders.write(routing.response(), client, scope.requestId());
        routing.addEndHandler(_ -> AccessLog.write(routing));
        if (isWellFormed(routing)) {
            routing.next();
        } else {
            answers.fail(routing, ProblemException.of(ProblemType.MALFORMED_REQUEST));
        }
    }

    /** Whether query and path can be decoded: the router itself finds out in the middle of its work. */
    private static boolean isWellFormed(RoutingContext routing) {
        return ESCAPED.matcher(routing.request().uri()).matches();
    }

    /** One event loop's server. */
    private final class Loop extends VerticleBase {
        private final HttpServerOptions options;
        private final OpenAPIContract openApi;

        Loop(HttpServerOptions options, OpenAPIContract openApi) {
            this.options = options;
            this.openApi = openApi;
        }

        @Override
        public Future<?> start() {
            return vertx.createHttpServer(options)
                    .requestHandler(router(openApi))
                    .listen()
                    .onSuccess(servers::add);
        }
    }
}
