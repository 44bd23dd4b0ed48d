package io.heliograph.spi.media;

/**
 * A video to be encoded.
 *
 * @param width even, 16 to 4,096
 * @param height even, 16 to 4,096
 * @param framesPerSecond 1 to 60
 */
public record VideoSettings(Container container, int width, int height, int framesPerSecond) {
    public VideoSettings {
        if (width < 16 || height < 16 || width > 4096 || height > 4096 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("a video's sides are even and 16 to 4096 pixels long");
        }
        if (framesPerSecond < 1 || framesPerSecond > 60) {
            throw new IllegalArgumentException("a video has 1 to 60 frames a second");
        }
    }

    /** File format with its codec. */
    public enum Container {
        /** H.264. */
        MP4,
        /** VP9. */
        WEBM
    }
}
