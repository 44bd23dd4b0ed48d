package io.heliograph.e2e.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.testkit.fake.TinyPng;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vendor for the packaged asynchronous fake whose work takes as long as the test wants: a job runs until it is told to
 * finish, and a result stops in the middle of its bytes until it is let go on. A job's name is a word of its prompt, so
 * that a test knows which is which.
 */
final class SlowVendor implements AutoCloseable {
    /** How long a job may be held before the vendor gives up, so that no test hangs. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final int RESULT_SIDE = 64;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    /** One job: what has happened to it, and what it waits for. */
    static final class Job {
        private final CountDownLatch submitted = new CountDownLatch(1);
        private final CountDownLatch finished = new CountDownLatch(1);
        private final CountDownLatch halfSent = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch transferEnded = new CountDownLatch(1);
        private final AtomicInteger polls = new AtomicInteger();

        void awaitSubmitted() {
            await(submitted, "was never submitted");
        }

        /** From now on a poll answers that it is done. */
        void finish() {
            finished.countDown();
        }

        /** Half of the result has been sent, and the rest is held. */
        void awaitHalfSent() {
            await(halfSent, "was never fetched");
        }

        /** Lets the rest of the result go. */
        void release() {
            released.countDown();
        }

        /** The transfer of the result is over, one way or the other. */
        void awaitTransferEnded() {
            await(transferEnded, "is still being fetched");
        }

        /** How often it was asked for. */
        int polls() {
            return polls.get();
        }

        private static void await(CountDownLatch latch, String otherwise) {
            try {
                if (!latch.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the vendor's job " + otherwise);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    SlowVendor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://" + host() + "/");
    }

    /** As an instance's list of local hosts names it. */
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The job whose prompt ends with this word; it may come later. */
    Job job(String word) {
        return jobs.computeIfAbsent(word, _ -> new Job());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            String word = path.length > 2 ? path[2] : "";
            switch (exchange.getRequestMethod() + " " + path[1]) {
                case "POST jobs" -> submit(exchange);
                case "GET jobs" -> poll(exchange, word);
                case "DELETE jobs" -> answer(exchange, 200, "outcome=TOO_LATE");
                case "DELETE data" -> answer(exchange, 200, "erased=true");
                case "GET results" -> result(exchange, word);
                default -> answer(exchange, 404, "");
            }
        }
    }

    private void submit(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String word = body.strip().replaceFirst("(?s).*[ =]", "");
        job(word).submitted.countDown();
        answer(exchange, 202, "id=" + word);
    }

    private void poll(HttpExchange exchange, String word) throws IOException {
        job(word).polls.incrementAndGet();
        answer(
                exchange,
                200,
                job(word).finished.getCount() == 0
                        ? "state=done\nexpires=2999-01-01T00:00:00Z\nurl=" + address() + "results/" + word + "\n"
                        : "state=running\nfraction=0.5\n");
    }

    private void result(HttpExchange exchange, String word) throws IOException {
        Job job = job(word);
        byte[] png = TinyPng.of(RESULT_SIDE, 1);
        int half = png.length / 2;
        exchange.getResponseHeaders().set("content-type", "image/png");
        exchange.sendResponseHeaders(200, png.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(Arrays.copyOf(png, half));
            out.flush();
            job.halfSent.countDown();
            Job.await(job.released, "was never let go");
            out.write(png, half, png.length - half);
        } finally {
            job.transferEnded.countDown();
        }
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
        jobs.values().forEach(Job::release);
        server.stop(0);
        threads.shutdownNow();
    }
}
