package io.heliograph.web.edge;

import io.heliograph.kernel.ApiKeyId;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.RateLimitState;
import io.heliograph.web.contract.Contract;
import io.heliograph.web.contract.ContractLoading;
import io.heliograph.web.message.Messages;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A running edge with a small contract, known sessions and keys, and handlers that a test chooses. */
public final class EdgeFixture implements AutoCloseable {
    /** The contract of these tests. */
    static final String YAML = """
            openapi: 3.1.0
            info: {title: test, version: '1'}
            servers: [{url: /api/v1}]
            paths:
              /open:
                get: {operationId: open, x-heliograph-permission: public, responses: {'200': {description: ok}}}
                post:
                  operationId: openPost
                  x-heliograph-permission: public
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Wish'}}}}
                  responses: {'200': {description: ok}}
              /things:
                get:
                  operationId: listThings
                  x-heliograph-permission: things:read
                  parameters:
                    - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 200, default: 50}}
                  responses: {'200': {description: ok}}
                post:
                  operationId: makeThing
                  x-heliograph-permission: things:write
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Wish'}}}}
                  responses: {'202': {description: ok}}
              /admin:
                get: {operationId: admin, x-heliograph-permission: 'admin:all', responses: {'200': {description: ok}}}
              /uploads:
                post: {operationId: upload, x-heliograph-permission: things:write, x-heliograph-streamed: true, responses: {'201': {description: ok}}}
              /downloads/{size}:
                get:
                  operationId: download
                  x-heliograph-permission: things:read
                  x-heliograph-streamed: true
                  parameters:
                    - {name: size, in: path, required: true, schema: {type: integer, minimum: 0, maximum: 1000000000}}
                  responses: {'200': {description: ok}}
            components:
              schemas:
                Wish:
                  type: object
                  additionalProperties: false
                  required: [prompt]
                  properties:
                    prompt: {type: string, minLength: 1, maxLength: 4000, pattern: '^[^\\x00-\\x08]*$'}
                    count: {type: integer, minimum: 1, maximum: 8}
            """;

    /** A session of an ordinary person. */
    public static final String SESSION = "session-of-ann";
    /** A key of the same person, for reading. */
    public static final String KEY = "hg_key-of-ann";

    private final Vertx vertx = Vertx.vertx();
    private final Lanes lanes;
    private final HttpEdge edge;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    final Ids ids = new Ids(InstantSource.system());
    final PrincipalId ann = new PrincipalId(ids.next());
    final Map<String, Caller.Browser> sessions = new ConcurrentHashMap<>();
    final Map<String, Caller.Program> keys = new ConcurrentHashMap<>();

    /** @param places how many requests may be in hand at once */
    EdgeFixture(
            int places,
            Duration noProgress,
            boolean insecureLan,
            Admission admission,
            UnaryOperator<Routes.Builder> handlers)
            throws IOException, InterruptedException {
        sessions.put(
                SESSION,
                new Caller.Browser(
                        ann,
                        new SessionId(ids.next()),
                        "user",
                        Set.of("things:read", "things:write"),
                        Optional.of(Locale.GERMAN),
                        Instant.MAX,
                        Csrf.tokenOf(SESSION)));
        keys.put(
                KEY,
                new Caller.Program(ann, new ApiKeyId(ids.next()), "user", Set.of("things:read"), Optional.empty()));
        Contract contract = Contract.parse(YAML);
        lanes = Lanes.of(places, 16, 16);
        SessionCookie cookie = new SessionCookie(insecureLan);
        Answers answers = new Answers(new Problems(new Messages()), cookie);
        Gatekeeper gatekeeper = new Gatekeeper(new Known(), admission, cookie, Optional.empty());
        Routes routes = handlers.apply(Routes.of(contract)).build();
        ApiRouter api = new ApiRouter(contract, routes, gatekeeper, answers, lanes, noProgress);
        HttpEdge.Listen listen =
                new HttpEdge.Listen("127.0.0.1", 0, new Tls.None(), 1, List.of(Cidr.parse("127.0.0.0/8")));
        edge = new HttpEdge(vertx, listen, ContractLoading.of(vertx, contract), api, answers, lanes, ids, List.of());
        port = edge.start();
    }

    /** An edge whose handlers all answer an empty object, but for those a test changes. */
    static EdgeFixture start(UnaryOperator<Routes.Builder> handlers) throws IOException, InterruptedException {
        return new EdgeFixture(
                64, Duration.ofSeconds(20), false, (purpose, caller, client) -> List.<RateLimitState>of(), handlers);
    }

    /** Adds plain handlers for every operation that {@code taken} does not name. */
    static Routes.Builder plain(Routes.Builder builder, String... taken) {
        Set<String> own = Set.of(taken);
        for (String id : List.of("open", "openPost", "listThings", "makeThing", "admin")) {
            if (!own.contains(id)) {
                builder.on(id, Purpose.CATALOGUE, call -> Reply.ok(new JsonObject().put("operation", id)));
            }
        }
        if (!own.contains("upload")) {
            builder.onUpload("upload", Purpose.UPLOAD, 1_000, (call, exchange) -> Optional.of(Reply.none()));
        }
        if (!own.contains("download")) {
            builder.onStream("download", Purpose.VIEW, (call, exchange) -> Optional.of(Reply.none()));
        }
        return builder;
    }

    Lanes lanes() {
        return lanes;
    }

    HttpEdge edge() {
        return edge;
    }

    int port() {
        return port;
    }

    HttpClient client() {
        return client;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** A request of the signed-in browser. */
    HttpRequest.Builder browser(String path) {
        return request(path).header("Cookie", SessionCookie.SECURE_NAME + "=" + SESSION);
    }

    /** A JSON request of the signed-in browser that changes something. */
    HttpRequest.Builder change(String path, String json) {
        return browser(path)
                .header("Content-Type", "application/json")
                .header(Csrf.HEADER, Csrf.tokenOf(SESSION))
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        edge.close();
        vertx.close().await();
    }

    private final class Known implements Authenticator {
        @Override
        public Optional<Caller.Browser> session(String token, ClientFacts clientFacts) {
            return Optional.ofNullable(sessions.get(token));
        }

        @Override
        public Optional<Caller.Program> key(String key, ClientFacts clientFacts) {
            return Optional.ofNullable(keys.get(key));
        }
    }
}
