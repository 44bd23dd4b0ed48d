package io.heliograph.plugins.procedural.render;

import java.util.function.DoubleConsumer;

/** Maps the progress of a part of the work to the whole; what the watcher hears never goes back. */
final class ProgressScale {
    private final Watcher watcher;
    private float last = -1;

    ProgressScale(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Progress of the part between two fractions of the whole. */
    DoubleConsumer part(float from, float to) {
        return fraction -> report((float) (from + (to - from) * fraction));
    }

    private synchronized void report(float value) {
        if (value <= last) return;
        last = value;
        watcher.progress(value, null);
    }
}
