package io.heliograph.host.guard;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one shared pool for calculation: as many platform threads as cores, and a bounded queue. A task that its call gave
 * up and that still runs is made up for by one more thread until it ends, so that a plugin that spins cannot take the
 * pool from the others. Safe for many threads.
 */
public final class ComputePool implements AutoCloseable {
    private static final String PREFIX = "compute-";
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;
    private final int cores;

    /**
     * @param cores threads, at least 1
     * @param queueLimit tasks that may wait
     */
    public ComputePool(int cores, int queueLimit) {
        this.cores = cores;
        this.threads = new ThreadPoolExecutor(
                cores,
                cores,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queueLimit),
                ComputePool.ownThreads());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Threads are made on whatever thread first needs them, a plugin's call mostly. They take over nothing of it: its context
     * loader would be kept from going when the plugin does.
     */
    private static ThreadFactory ownThreads() {
        ThreadFactory plain = Thread.ofPlatform()
                .daemon()
                .inheritInheritableThreadLocals(false)
                .name(PREFIX, 0)
                .factory();
        return task -> {
            Thread thread = plain.newThread(task);
            thread.setContextClassLoader(ComputePool.class.getClassLoader());
            return thread;
        };
    }

    /** How many tasks run at once. */
    public int parallelism() {
        return cores;
    }

    /** @throws RejectedExecutionException when the queue is full or the pool is closed */
    void execute(Runnable task) {
        threads.execute(task);
    }

    /** Whether the current thread is one of the pool's, where waiting for the pool could last for ever. */
    boolean isOwnThread() {
        return Thread.currentThread().getName().startsWith(PREFIX);
    }

    /** A task was given up while it runs. */
    void lend() {
        synchronized (this) {
            threads.setMaximumPoolSize(threads.getMaximumPoolSize() + 1);
            threads.setCorePoolSize(threads.getCorePoolSize() + 1);
        }
    }

    /** A task that had been given up has ended. */
    void takeBack() {
        synchronized (this) {
            threads.setCorePoolSize(threads.getCorePoolSize() - 1);
            threads.setMaximumPoolSize(threads.getMaximumPoolSize() - 1);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
