package io.heliograph.testkit.host;

import io.heliograph.spi.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A compute pool of so many threads. */
public final class FakeCompute implements Compute, AutoCloseable {
    private final int threads;
    private final ExecutorService pool;
    private final AtomicInteger tasks = new AtomicInteger();

    /** A pool of {@code threads} daemon threads. */
    public FakeCompute(int threads) {
        this.threads = threads;
        pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("fake-compute-", 0).factory());
    }

    @Override
    public int parallelism() {
        return threads;
    }

    @Override
    public void forEach(int count, IntConsumer task) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            tasks.incrementAndGet();
            running.add(pool.submit(() -> task.accept(index)));
        }
        RuntimeException first = null;
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                if (first == null) {
                    first = e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException(e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** How many tasks were given to the pool. */
    public int tasks() {
        return tasks.get();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
