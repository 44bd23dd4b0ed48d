package io.heliograph.core.media;

/** How a file came to us; decides what its mark says. */
public sealed interface MediaOrigin {
    /** A result of an engine: marked as what the engine makes, whatever the file itself says. */
    record Generated(DigitalSource source) implements MediaOrigin {}

    /** Brought in by a person: a mark that it carries is restated, none is added. */
    record BroughtIn() implements MediaOrigin {}
}
