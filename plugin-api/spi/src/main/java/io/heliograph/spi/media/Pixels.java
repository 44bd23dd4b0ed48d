package io.heliograph.spi.media;

/**
 * A decoded picture.
 *
 * @param argb {@code width * height} pixels, row by row, as {@code 0xAARRGGBB}, alpha not multiplied in
 */
public record Pixels(int width, int height, int[] argb) {
    public Pixels {
        if (width < 1 || height < 1 || argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("a picture has width times height pixels");
        }
    }
}
