package io.heliograph.core.database;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Tells at debug level how long each phase of a start took, so that a slow start can be explained from its log.
 * For one thread.
 */
public final class StartPhases {
    private final Logger log;
    private long lastNanos = System.nanoTime();

    private StartPhases(Logger log) {
        this.log = log;
    }

    /** The first phase begins now. */
    public static StartPhases begin(Logger log) {
        return new StartPhases(log);
    }

    /** This phase has ended and the next begins. */
    public void done(String phase) {
        long nowNanos = System.nanoTime();
        log.debug("Start: {} took {} ms", phase, TimeUnit.NANOSECONDS.toMillis(nowNanos - lastNanos));
        lastNanos = nowNanos;
    }
}
