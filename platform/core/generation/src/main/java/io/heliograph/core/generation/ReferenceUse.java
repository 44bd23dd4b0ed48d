package io.heliograph.core.generation;

/** What a picture that a person adds to a wish is for. */
public enum ReferenceUse {
    /** Begin from it. */
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
