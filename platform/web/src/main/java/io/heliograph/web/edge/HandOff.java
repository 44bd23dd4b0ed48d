package io.heliograph.web.edge;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one way from an event loop to code that may wait, and back: each piece of work gets a virtual thread of its own,
 * and its outcome is told on the context it came from. At most {@code limit} pieces are in it at once; one more is
 * refused with {@link ProblemType#BUSY} instead of queueing, because a queue in front of a slow database only makes
 * every answer late.
 *
 * <p>Virtual threads are for waiting: work that computes goes to a pool of core. Safe for many threads.
 */
public final class HandOff implements AutoCloseable {
    private final String name;
    private final int limit;
    private final Duration retryAfter;
    private final Semaphore places;
    private final ExecutorService threads;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();

    /**
     * @param name for thread names and metrics
     * @param limit most pieces of work at once, at least 1
     * @param retryAfter what a refused caller is told to wait
     */
    public HandOff(String name, int limit, Duration retryAfter) {
        this.name = name;
        this.limit = limit;
        this.retryAfter = retryAfter;
        this.places = new Semaphore(limit);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /**
     * Runs {@code work} on a virtual thread. The future is completed on {@code context}; it fails with a
     * {@link ProblemException} of type BUSY at once when everything is taken, also after {@link #close}.
     */
    public <T> Future<T> call(Context context, Callable<T> work) {
        if (!places.tryAcquire()) {
            refused.incrementAndGet();
            return Future.failedFuture(ProblemException.retryAfter(ProblemType.BUSY, retryAfter));
        }
        Promise<T> promise = Promise.promise();
        try {
            threads.execute(() -> run(context, work, promise));
        } catch (RejectedExecutionException closed) {
            places.release();
            refused.incrementAndGet();
            return Future.failedFuture(
                    ProblemException.retryAfter(ProblemType.BUSY, retryAfter).causedBy(closed));
        }
        return promise.future();
    }

    // Throwable: an Error must reach the response too, or the client waits for ever.
    private <T> void run(Context context, Callable<T> work, Promise<T> promise) {
        try {
            T result = work.call();
            context.runOnContext(_ -> promise.complete(result));
        } catch (Throwable failure) {
            context.runOnContext(_ -> promise.fail(failure));
        } finally {
            finished.incrementAndGet();
            places.release();
        }
    }

    /** Name, for metrics. */
    public String name() {
        return name;
    }

    /** Pieces of work in it now. */
    public int inFlight() {
        return limit - places.availablePermits();
    }

    /** Pieces of work refused since the start. */
    public long refused() {
        return refused.get();
    }

    /** Pieces of work done since the start. */
    public long finished() {
        return finished.get();
    }

    /** Takes no new work and waits until what is in it has ended. Returns whether it did in time. */
    public boolean drain(Duration atMost) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Interrupts what is still in it. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
