package io.heliograph.testkit.vendor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.testkit.fake.TinyPng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** An asynchronous vendor on loopback for {@link io.heliograph.testkit.fake.AsyncFakeProvider}. */
public final class FakeVendor implements AutoCloseable {
    private final HttpServer server;
    private final InstantSource clock;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Map<String, String> idsByKey = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> submits = new ConcurrentHashMap<>();
    private final AtomicBoolean loseNextAnswer = new AtomicBoolean();
    private volatile int pollsUntilDone = 2;
    private volatile String ending = "done";
    private volatile Duration resultLife = Duration.ofMinutes(10);

    private record Job(String id, int count, int side, AtomicInteger polls, AtomicBoolean cancelled) {}

    /** Starts listening on a free port. */
    public FakeVendor(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** From now on a job is done at its n-th poll. */
    public void pollsUntilDone(int polls) {
        pollsUntilDone = polls;
    }

    /** How jobs end from now on: {@code done}, {@code refused} or {@code failed}. */
    public void ending(String state) {
        ending = state;
    }

    /** How long result addresses work from now on. */
    public void resultLife(Duration life) {
        resultLife = life;
    }

    /** Does the work of the next submit and breaks the connection instead of answering. */
    public void loseNextAnswer() {
        loseNextAnswer.set(true);
    }

    /** How often a submit with this key arrived. */
    public int submits(String key) {
        AtomicInteger count = submits.get(key);
        return count == null ? 0 : count.get();
    }

    /** How many jobs were begun: a key begins one only. */
    public int jobs() {
        return jobs.size();
    }

    /** The body of a webhook about the job of a key. */
    public byte[] webhookBody(String key) {
        return ("id=" + idsByKey.get(key)).getBytes(StandardCharsets.UTF_8);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            String kind = path.length > 1 ? path[1] : "";
            String name = path.length > 2 ? path[2] : "";
            switch (exchange.getRequestMethod() + " " + kind) {
                case "POST jobs" -> submit(exchange);
                case "GET jobs" -> poll(exchange, name);
                case "DELETE jobs" -> cancel(exchange, name);
                case "GET keys" -> {
                    String id = idsByKey.get(name);
                    answer(exchange, id == null ? 404 : 200, "id=" + id);
                }
                case "DELETE data" -> answer(exchange, jobs.remove(name) == null ? 404 : 200, "erased=true");
                case "GET results" -> result(exchange, name, path.length > 3 ? Integer.parseInt(path[3]) : 0);
                default -> answer(exchange, 404, "");
            }
        }
    }

    private void submit(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("idempotency-key");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        submits.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        String id = idsByKey.computeIfAbsent(key, _ -> {
            String fresh = "job-" + (jobs.size() + 1);
            jobs.put(
                    fresh,
                    new Job(
                            fresh,
                            number(body, "count"),
                            number(body, "side"),
                            new AtomicInteger(),
                            new AtomicBoolean()));
            return fresh;
        });
        if (loseNextAnswer.compareAndSet(true, false)) {
            return;
        }
        answer(exchange, 202, "id=" + id);
    }

    private static int number(String body, String name) {
        for (String line : body.split("\n")) {
            if (line.startsWith(name + "=")) {
                return Integer.parseInt(line.substring(name.length() + 1));
            }
        }
        return 1;
    }

    private void poll(HttpExchange exchange, String id) throws IOException {
        Job job = jobs.get(id);
        if (job == null) {
            answer(exchange, 404, "");
            return;
        }
        int polls = job.polls().incrementAndGet();
        if (job.cancelled().get()) {
            answer(exchange, 200, "state=failed");
        } else if (polls < pollsUntilDone) {
            answer(exchange, 200, "state=running\nfraction=" + (polls / (double) pollsUntilDone));
        } else if (!ending.equals("done")) {
            answer(exchange, 200, "state=" + ending);
        } else {
            long expires = clock.instant().plus(resultLife).toEpochMilli();
            StringBuilder text =
                    new StringBuilder("state=done\nexpires=" + clock.instant().plus(resultLife) + "\n");
            for (int i = 0; i < job.count(); i++) {
                text.append("url=")
                        .append(address())
                        .append("results/")
                        .append(id)
                        .append('/')
                        .append(i);
                text.append("?expires=").append(expires).append('\n');
            }
            answer(exchange, 200, text.toString());
        }
    }

    private void cancel(HttpExchange exchange, String id) throws IOException {
        Job job = jobs.get(id);
        if (job == null) {
            answer(exchange, 404, "");
            return;
        }
        boolean late = job.polls().get() >= pollsUntilDone;
        if (!late) {
            job.cancelled().set(true);
        }
        answer(exchange, 200, "outcome=" + (late ? "TOO_LATE" : "CANCELLED"));
    }

    private void result(HttpExchange exchange, String id, int index) throws IOException {
        Job job = jobs.get(id);
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        long expires = query.startsWith("expires=") ? Long.parseLong(query.substring(8)) : 0;
        if (job == null || clock.instant().toEpochMilli() > expires) {
            answer(exchange, 403, "expired");
            return;
        }
        byte[] png = TinyPng.of(job.side(), index + 1L);
        exchange.getResponseHeaders().set("content-type", "image/png");
        exchange.sendResponseHeaders(200, png.length);
        exchange.getResponseBody().write(png);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
