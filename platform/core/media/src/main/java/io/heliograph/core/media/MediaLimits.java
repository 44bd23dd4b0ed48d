package io.heliograph.core.media;

/**
 * What is refused before anything is decoded.
 *
 * @param imageBytes largest picture file
 * @param videoBytes largest clip file
 * @param pixels most pixels of one picture or frame
 * @param side longest side of a picture or frame
 * @param frames most frames of a clip; a still may have one
 * @param durationMillis longest clip
 */
public record MediaLimits(long imageBytes, long videoBytes, long pixels, int side, long frames, long durationMillis) {
    public MediaLimits {
        if (imageBytes < 1 || videoBytes < 1 || pixels < 1 || side < 1 || frames < 1 || durationMillis < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** 50 MB, 64 megapixels and 16,384 pixels a side for pictures; 1 GB, ten minutes and 36,000 frames for clips. */
    public static MediaLimits usual() {
        return new MediaLimits(50_000_000, 1L << 30, 64_000_000, 16_384, 36_000, 600_000);
    }
}
