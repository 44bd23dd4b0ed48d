package io.heliograph.host.egress;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits on the caller's thread for what an event loop does. */
final class Waiting {
    private Waiting() {}

    /** What went wrong meanwhile. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The result of a future that gives one. */
    static <T> T get(Future<T> future, Duration limit) throws Broken {
        try {
            return future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new Broken(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
        } catch (TimeoutException slow) {
            throw new Broken("no progress for " + limit.toMillis() + " ms", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted", stopped);
        }
    }
}
