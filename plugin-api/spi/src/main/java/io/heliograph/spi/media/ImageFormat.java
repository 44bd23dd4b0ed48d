package io.heliograph.spi.media;

/** Still formats that can be written. */
public enum ImageFormat {
    PNG,
    JPEG,
    WEBP
}
