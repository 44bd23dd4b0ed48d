package io.heliograph.plugins.procedural.prompt;

/** Time of day. */
public enum TimeOfDay {
    DAY,
    GOLDEN,
    SUNSET,
    DAWN,
    BLUE,
    NIGHT
}
