package io.heliograph.plugins.procedural.prompt;

/** Look applied to the finished picture. */
public enum Style {
    PHOTO,
    OIL,
    WATERCOLOUR,
    INK,
    PIXEL,
    LOWPOLY,
    LINE,
    NOIR,
    VAPORWAVE,
    PASTEL
}
