package io.heliograph.host.guard;

import java.util.ArrayList;
import java.util.List;

/** The caller's wish that a call end. Once cancelled it stays so. Safe for many threads. */
public final class CancelSource {
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile boolean cancelled;

    /** Asks running calls to end: their cancellation turns true and their connections close. */
    public void cancel() {
        List<Runnable> told;
        synchronized (listeners) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            told = List.copyOf(listeners);
            listeners.clear();
        }
        told.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Runs {@code listener} on cancellation, at once if that has been. */
    void onCancel(Runnable listener) {
        synchronized (listeners) {
            if (!cancelled) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    void forget(Runnable listener) {
        synchronized (listeners) {
            listeners.remove(listener);
        }
    }
}
