package io.heliograph.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.billing.ledger.Balance;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.billing.ledger.Operation;
import io.heliograph.core.billing.ledger.Receipt;
import io.heliograph.core.billing.ledger.StatementLine;
import io.heliograph.core.event.Event;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.event.LocalEventBus;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.web.WebDependencies;
import io.heliograph.web.WebServer;
import io.heliograph.web.WebSettings;
import io.heliograph.web.contract.Contract;
import io.heliograph.web.contract.OperationSpec;
import io.heliograph.web.edge.Csrf;
import io.heliograph.web.edge.SessionCookie;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** The whole web with fakes behind it, and one signed-in administrator. */
public final class ApiFixture implements AutoCloseable {
    final Contract contract = Contract.load();
    final Ids ids = new Ids(InstantSource.system());
    final FakeAccounts accounts = new FakeAccounts(ids);
    final FakeGenerations generations = new FakeGenerations(ids);
    final FakeAssets assets = new FakeAssets(ids);
    final FakeOperations operations = new FakeOperations(ids, accounts);
    final FakeErasures erasures = new FakeErasures(ids, accounts);
    final LocalEventBus bus = new LocalEventBus();
    final Events events = new Events();
    final List<String> grants = new CopyOnWriteArrayList<>();
    final List<String> notReady = new CopyOnWriteArrayList<>();
    final String session = accounts.newSession();
    final HttpClient client = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private final WebServer server;
    private final int port;

    public ApiFixture() throws IOException, InterruptedException {
        ApiHandlers.Services services = new ApiHandlers.Services(
                accounts,
                accounts,
                operations,
                assets,
                operations,
                erasures,
                operations,
                operations,
                generations,
                new Book(),
                (wish, person, credits) -> grants.add(wish + " " + credits),
                events,
                bus,
                new Audit(),
                accounts,
                InstantSource.system(),
                Optional.empty(),
                "0.1.0");
        WebDependencies dependencies = new WebDependencies(
                vertx,
                ids,
                services,
                (purpose, caller, from) -> List.of(),
                new FakeResultLinks(),
                () -> List.copyOf(notReady),
                ApiFixture.class.getClassLoader(),
                List.of());
        server = new WebServer(WebSettings.loopback(0), dependencies);
        port = server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** The whole answer to a plain request that names another host, as a machine in the same network would send it. */
    String raw(String path, String host, String language) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept-Language: " + language
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : origin() + path));
    }

    HttpRequest.Builder browser(String path) {
        return request(path)
                .header("Cookie", SessionCookie.SECURE_NAME + "=" + session)
                .header(Csrf.HEADER, Csrf.tokenOf(session));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Calls an operation as the signed-in administrator and holds the answer against the contract. */
    HttpResponse<String> call(String operationId, String path, String body, String... headers)
            throws IOException, InterruptedException {
        OperationSpec operation = contract.operation(operationId).orElseThrow();
        HttpRequest.Builder request = browser(Contract.BASE_PATH + path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body.isEmpty()) {
            request.method(operation.method().name(), HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(operation.method().name(), HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = send(request);
        assertFits(operation, answer);
        return answer;
    }

    /** Holds an answer against the contract. */
    void assertFits(OperationSpec operation, HttpResponse<String> answer) {
        Optional<JsonObject> schema = contract.responseSchema(operation, answer.statusCode());
        if (schema.isEmpty()) {
            assertThat(answer.body()).as(operation.id()).isEmpty();
            return;
        }
        assertThat(faults(schema.get(), answer.body()))
                .as("%s answered %s %s", operation.id(), answer.statusCode(), answer.body())
                .isEmpty();
    }

    /** Rules of a schema of the contract that a JSON text breaks. */
    List<String> faults(JsonObject schema, String json) {
        JsonObject whole = schema.copy().put("components", contract.document().getJsonObject("components"));
        OutputUnit output = Validator.create(
                        JsonSchema.of(whole),
                        new JsonSchemaOptions()
                                .setBaseUri("https://heliograph.invalid/")
                                .setDraft(Draft.DRAFT202012)
                                .setOutputFormat(OutputFormat.Basic))
                .validate(new JsonObject(json));
        return output.getErrors() == null
                ? List.of()
                : output.getErrors().stream().map(OutputUnit::toString).toList();
    }

    @Override
    public void close() {
        server.close();
        vertx.close().await();
    }

    /** A log in memory. */
    final class Events implements EventLog {
        private final List<Event> all = new CopyOnWriteArrayList<>();
        volatile long trimmed;

        @Override
        public synchronized long append(PrincipalId principal, String type, String json) {
            long seq = all.size() + 1L;
            all.add(new Event(principal, seq, type, json, FakeAccounts.NOW));
            bus.publish(EventLog.TOPIC, principal.toString());
            return seq;
        }

        @Override
        public List<Event> after(PrincipalId principal, long seq, int limit) {
            return all.stream().filter(e -> e.seq() > seq).limit(limit).toList();
        }

        @Override
        public long latest(PrincipalId principal) {
            return all.size();
        }

        @Override
        public long oldest(PrincipalId principal) {
            return all.isEmpty() ? 0 : trimmed + 1;
        }

        @Override
        public long countBefore(Instant before) {
            return 0;
        }

        @Override
        public int trim(Instant before, int limit) {
            return 0;
        }
    }

    private static final class Audit implements AuditLog {
        private final List<AuditEntry.Draft> drafts = new ArrayList<>();

        @Override
        public void record(AuditEntry.Draft entry) {
            drafts.add(entry);
        }

        @Override
        public Page<AuditEntry> page(Query query, Optional<Cursor> from, int limit) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public OptionalLong firstBroken() {
            return OptionalLong.empty();
        }

        @Override
        public long countBefore(Instant before) {
            return 0;
        }

        @Override
        public int trim(Instant before, int limit) {
            return 0;
        }
    }

    private final class Book implements Ledger {
        @Override
        public Receipt grant(String key, PrincipalId principal, long credits, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt reserve(JobId job, PrincipalId principal, long credits) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt settle(JobId job, long credits) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt release(JobId job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt releaseAtLoss(JobId job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt expireUnknown(JobId job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Balance balance(PrincipalId principal) {
            return new Balance(1_284, 4);
        }

        @Override
        public Page<StatementLine> statement(PrincipalId principal, Optional<Cursor> after, int limit) {
            StatementLine line = new StatementLine(
                    ids.next(), Operation.GRANT, 100, 100, Optional.empty(), "initial", FakeAccounts.NOW);
            return new Page<>(List.of(line), Optional.of(Cursor.of("1", "2")));
        }
    }
}
