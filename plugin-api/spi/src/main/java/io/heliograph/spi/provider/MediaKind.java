package io.heliograph.spi.provider;

/** What comes out. */
public enum MediaKind {
    IMAGE,
    VIDEO
}
