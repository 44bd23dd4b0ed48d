package io.heliograph.spi.provider;

/** What a reference picture or video is for. */
public enum ReferenceRole {
    /** Begin from it (image to image). */
    CONTENT,
    /** White where the picture may change. */
    MASK,
    /** Take its style. */
    STYLE,
    /** Keep this figure. */
    CHARACTER,
    /** First frame of a video. */
    START,
    /** Last frame of a video. */
    END
}
