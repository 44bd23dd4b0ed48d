package io.heliograph.host.guard;

import io.heliograph.spi.Compute;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The shared pool as one call sees it. The caller's thread only waits, so that calculation never takes more threads than
 * there are cores; from within a task the work is done in place.
 */
final class CallCompute implements Compute {
    private final ComputePool pool;
    private final CallLife life;
    private final ClassLoader pluginLoader;

    CallCompute(ComputePool pool, CallLife life, ClassLoader pluginLoader) {
        this.pool = pool;
        this.life = life;
        this.pluginLoader = pluginLoader;
    }

    @Override
    public int parallelism() {
        life.alive();
        return pool.parallelism();
    }

    @Override
    public void forEach(int count, IntConsumer task) {
        life.alive();
        if (count <= 0) {
            return;
        }
        Round round = new Round(count, task);
        if (pool.isOwnThread()) {
            round.work();
        } else {
            round.runOn(Math.min(count, pool.parallelism()));
        }
        Throwable failure = round.failure.get();
        switch (failure) {
            case null -> {}
            case RuntimeException runtime -> throw runtime;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }

    /** One call of forEach. */
    private final class Round {
        private final int count;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private int workers;
        private boolean givenUp;

        Round(int count, IntConsumer task) {
            this.count = count;
            this.task = task;
        }

        /** The broad catch hands the failure of a task to the thread that waits. */
        void work() {
            for (int index = next.getAndIncrement();
                    index < count && failure.get() == null;
                    index = next.getAndIncrement()) {
                try {
                    if (life.isCancelled()) {
                        throw new CancellationException("the call should end");
                    }
                    task.accept(index);
                    life.moved();
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                }
            }
        }

        void runOn(int wanted) {
            int started = 0;
            for (int i = 0; i < wanted; i++) {
                synchronized (this) {
                    workers++;
                }
                try {
                    pool.execute(new Worker());
                    started++;
                } catch (RejectedExecutionException full) {
                    left();
                    break;
                }
            }
            if (started == 0) {
                failure.compareAndSet(null, new RejectedExecutionException("the host has no room for calculation now"));
                return;
            }
            await();
        }

        private synchronized void await() {
            try {
                while (workers > 0) {
                    wait();
                }
            } catch (InterruptedException stopped) {
                failure.compareAndSet(null, new CancellationException("the call should end"));
                givenUp = true;
                for (int i = 0; i < workers; i++) {
                    pool.lend();
                }
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void left() {
            workers--;
            if (givenUp) {
                pool.takeBack();
            }
            notifyAll();
        }

        private final class Worker implements Runnable {
            @Override
            public void run() {
                Thread thread = Thread.currentThread();
                ClassLoader before = thread.getContextClassLoader();
                thread.setContextClassLoader(pluginLoader);
                try {
                    work();
                } finally {
                    thread.setContextClassLoader(before);
                    left();
                }
            }
        }
    }
}
