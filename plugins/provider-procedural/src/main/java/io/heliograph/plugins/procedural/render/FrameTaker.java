package io.heliograph.plugins.procedural.render;

import io.heliograph.plugins.procedural.paint.Image;

/**
 * Takes the frames of a clip, in order.
 *
 * @param <X> what it may fail with
 */
@FunctionalInterface
public interface FrameTaker<X extends Exception> {
    /** Takes one frame. */
    void frame(int index, Image image) throws X;
}
