package io.heliograph.core.library;

/** Which of an asset's files. */
public sealed interface Variant {
    /** The file itself. */
    record Original() implements Variant {}

    /** A clip's first frame, large. */
    record Poster() implements Variant {}

    /** The thumbnail with this nominal width, or the largest there is below it. */
    record Thumbnail(int width) implements Variant {}
}
