package io.heliograph.spi.media;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.bytes.SpoolToken;

/** Native media work, done in a process of the host's with limits on memory and time. */
public interface MediaServices {
    /** Encodes a video frame by frame into the spool; returns when it is whole. */
    SpoolToken encodeVideo(VideoSettings settings, FrameWriter writer) throws PluginException;

    /** Decodes a still picture of any accepted type, or the first frame of a video. */
    Pixels decode(ByteSource picture, int maxPixels) throws PluginException;

    /** Encodes a picture. */
    SpoolToken encodeImage(Pixels picture, ImageFormat format) throws PluginException;
}
