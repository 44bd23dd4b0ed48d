package io.heliograph.core.media;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Calculation on the shared pool: the caller, which may be a virtual thread, only waits. */
final class CpuWork {
    private final ExecutorService pool;

    CpuWork(ExecutorService pool) {
        this.pool = pool;
    }

    /** Runs and waits. What the work throws comes out unchanged; interruption gives the work up. */
    <T> T run(Callable<T> work) throws IOException {
        Future<T> future = pool.submit(work);
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
