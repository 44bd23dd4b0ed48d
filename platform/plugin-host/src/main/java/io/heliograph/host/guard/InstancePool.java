package io.heliograph.host.guard;

import io.heliograph.kernel.InstanceId;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The platform threads of one instance: as many as its concurrency limit, and a bounded queue. Virtual threads would
 * not do: a plugin that spins would freeze their carriers for everybody.
 */
final class InstancePool {
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    InstancePool(InstanceId instance, int concurrency, int queueLimit) {
        BlockingQueue<Runnable> queue =
                queueLimit > 0 ? new ArrayBlockingQueue<>(queueLimit) : new SynchronousQueue<>();
        this.threads = new ThreadPoolExecutor(
                concurrency,
                concurrency,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                queue,
                Thread.ofPlatform().daemon().name("plugin-" + instance + "-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    void execute(Runnable call) {
        threads.execute(call);
    }

    void forget(Runnable call) {
        threads.remove(call);
    }

    int concurrency() {
        return threads.getMaximumPoolSize();
    }

    int running() {
        return threads.getActiveCount();
    }

    int waiting() {
        return threads.getQueue().size();
    }

    /** Ends the threads; false if one does not end in time. */
    boolean close(Duration patience) {
        threads.shutdownNow();
        try {
            return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
