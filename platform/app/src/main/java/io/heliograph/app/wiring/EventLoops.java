package io.heliograph.app.wiring;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The event loops of this process, shared by the web and the plugins' way out. */
final class EventLoops implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx();

    Vertx vertx() {
        return vertx;
    }

    /** Ends them. @throws IllegalStateException if they do not end in time */
    @Override
    public void close() {
        try {
            vertx.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("the event loops did not end", late);
        }
    }
}
