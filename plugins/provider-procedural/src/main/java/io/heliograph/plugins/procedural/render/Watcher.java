package io.heliograph.plugins.procedural.render;

import io.heliograph.plugins.procedural.paint.Image;
import org.jspecify.annotations.Nullable;

/** Hears how a drawing goes on, and may end it. Called from several threads, but never from two at once. */
public interface Watcher {
    /** How far the work is, 0 to 1, never falling; the early coarse picture comes with one of the calls. */
    void progress(float fraction, @Nullable Image preview);

    /** Whether to stop. Asked often, from several threads. */
    default boolean cancelled() {
        return false;
    }

    /** Nobody watches. */
    static Watcher nobody() {
        return (fraction, preview) -> {};
    }
}
