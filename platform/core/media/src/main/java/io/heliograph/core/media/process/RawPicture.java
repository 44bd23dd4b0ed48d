package io.heliograph.core.media.process;

/**
 * Decoded pixels as they are stored, not yet turned upright.
 *
 * @param argb {@code width * height} pixels as {@code 0xAARRGGBB}; owned by the receiver
 * @param orientation EXIF orientation to apply, 1 to 8
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record RawPicture(int width, int height, int[] argb, int orientation) {}
