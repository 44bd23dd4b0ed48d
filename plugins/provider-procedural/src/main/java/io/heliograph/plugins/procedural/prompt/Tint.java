package io.heliograph.plugins.procedural.prompt;

/** Leaning of the light towards a colour. */
public enum Tint {
    NONE,
    RED,
    ORANGE,
    GOLD,
    GREEN,
    TEAL,
    BLUE,
    PURPLE,
    PINK,
    GREY
}
