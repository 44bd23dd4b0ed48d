package io.heliograph.core.media;

/** Still or moving. */
public enum MediaKind {
    IMAGE,
    VIDEO
}
