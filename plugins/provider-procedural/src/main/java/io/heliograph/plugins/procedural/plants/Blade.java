package io.heliograph.plugins.procedural.plants;

/**
 * One blade of grass, perhaps with a flower head on it.
 *
 * @param head 0 none, 1 poppy, 2 sunflower, 3 spike, 4 daisy
 * @param petals colour of the head; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of them, compared by nobody
record Blade(
        float x,
        float y,
        float z,
        float height,
        float bend,
        float width,
        float r,
        float g,
        float b,
        int head,
        float size,
        float foot,
        float[] petals) {}
