package io.heliograph.core.generation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wish that a running step end, with its reason. Once stopped it stays so; the first reason counts. Many threads. */
final class Stop {
    /** Why. */
    enum Reason {
        /** Its owner, or an erasure. */
        CANCELED,
        /** The service goes down. */
        DRAINING,
        /** The lease is lost, so somebody else may hold the job by now. */
        LEASE_LOST
    }

    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Reason reason;

    void stop(Reason why) {
        List<Runnable> told;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            told = List.copyOf(listeners);
            listeners.clear();
        }
        told.forEach(Runnable::run);
    }

    synchronized boolean is(Reason why) {
        return reason == why;
    }

    synchronized boolean stopped() {
        return reason != null;
    }

    /** Runs {@code listener} once it is stopped, at once if that has been. */
    void onStop(Runnable listener) {
        synchronized (this) {
            if (reason == null) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }
}
