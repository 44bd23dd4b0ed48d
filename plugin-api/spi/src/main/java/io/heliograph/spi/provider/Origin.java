package io.heliograph.spi.provider;

/** How an engine makes its results, in the terms of IPTC's digital source types; every result is marked with it. */
public enum Origin {
    /** By a trained model. */
    TRAINED_MODEL,
    /** By rules alone, no trained model. */
    ALGORITHM,
    /** A person's picture changed by a trained model. */
    COMPOSITE_WITH_TRAINED_MODEL
}
