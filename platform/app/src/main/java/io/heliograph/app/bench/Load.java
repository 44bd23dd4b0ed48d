package io.heliograph.app.bench;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A closed loop: each connection sends its next request when the last was answered, so the service is never asked for more
 * than {@code connections} at once. Ends early when a connection fails.
 */
final class Load {
    private static final double NANOS = 1e9;

    private final BenchClient client;
    private final IntFunction<BenchClient.Request> requests;
    private final int expected;
    private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();
    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * @param requests the next request of a connection
     * @param expected status of a good answer
     */
    Load(BenchClient client, IntFunction<BenchClient.Request> requests, int expected) {
        this.client = client;
        this.requests = requests;
        this.expected = expected;
    }

    /**
     * What a run answered.
     *
     * @param perSecond good answers
     * @param refused answers of another status than the expected one, which count nowhere else
     */
    record Result(Latencies latencies, double perSecond, int refused) {}

    /** Runs for {@code seconds}; what is under way then is waited for and does not count. */
    Result run(int connections, int seconds) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        CountDownLatch ended = new CountDownLatch(connections);
        AtomicInteger counted = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * NANOS);
        for (int connection = 0; connection < connections; connection++) {
            next(connection, end, latencies, counted, ended);
        }
        ended.await();
        String fault = wrong.get();
        if (fault == null && counted.get() == 0) {
            fault = refusal.get();
        }
        if (fault != null) {
            throw new IOException(fault);
        }
        return new Result(latencies, counted.get() / Math.max(1.0, seconds), refused.getAndSet(0));
    }

    private void next(int connection, long end, Latencies latencies, AtomicInteger counted, CountDownLatch ended) {
        long sent = System.nanoTime();
        if (sent >= end || wrong.get() != null) {
            ended.countDown();
            return;
        }
        BenchClient.Request request = requests.apply(connection);
        client.send(request).onComplete(answer -> {
            long now = System.nanoTime();
            if (answer.failed()) {
                wrong.compareAndSet(null, request.path() + " failed: " + answer.cause());
            } else if (answer.result().status() != expected) {
                refused.incrementAndGet();
                refusal.compareAndSet(
                        null,
                        request.path() + " answered " + answer.result().status() + ": "
                                + answer.result().body());
            } else if (now < end) {
                latencies.add(now - sent);
                counted.incrementAndGet();
            }
            next(connection, end, latencies, counted, ended);
        });
    }
}
