package io.heliograph.core.media.process;

/**
 * What a clip's container says.
 *
 * @param width pixels as coded, before orientation
 * @param height pixels as coded
 * @param durationMillis length; 0 where the container does not say
 * @param frames number of pictures; 0 where the container does not say
 * @param orientation EXIF orientation, 1 to 8
 * @param pictureCodec ffmpeg's name of the codec
 * @param soundCodec ffmpeg's name, empty without sound
 * @param digitalSourceType IPTC term from the container's tags, empty where there is none
 */
public record VideoFacts(
        int width,
        int height,
        long durationMillis,
        long frames,
        int orientation,
        String pictureCodec,
        String soundCodec,
        String digitalSourceType) {}
