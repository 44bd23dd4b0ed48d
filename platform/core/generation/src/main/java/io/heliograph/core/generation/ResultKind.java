package io.heliograph.core.generation;

/** What comes out of a generation. */
public enum ResultKind {
    IMAGE,
    VIDEO
}
