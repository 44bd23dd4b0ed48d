package io.heliograph.spi.media;

import io.heliograph.spi.PluginException;

/** Code that gives a video's frames in order, run at once by the method it is given to. */
@FunctionalInterface
public interface FrameWriter {
    /** Hands every frame to {@code sink}. */
    void writeTo(FrameSink sink) throws PluginException;

    /** Where frames go. */
    interface FrameSink {
        /**
         * Takes one frame; waits while the encoder is behind.
         *
         * @param rgb {@code width * height} pixels, row by row, as {@code 0xRRGGBB}
         */
        void frame(int[] rgb) throws PluginException;
    }
}
