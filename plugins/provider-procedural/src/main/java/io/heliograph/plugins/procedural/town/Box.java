package io.heliograph.plugins.procedural.town;

/** One box of a building. Several may share an id: tiers of one tower. */
record Box(
        float x0,
        float x1,
        float z0,
        float z1,
        float height,
        int kind,
        float r,
        float g,
        float b,
        int id,
        boolean mast) {}
