package io.heliograph.plugins.procedural.land;

/** A visible point of the ground and the light that leaves it. */
public final class Hit {
    public float x, y, z, distance, nx, ny, nz, stone;

    /** Colour of the material, before light falls on it, and how wet it is. */
    float r, g, b, wet;

    /** Steepness (0 flat, 1 upright), slow and fast variation of the ground, and roughness; how far grass covers it. */
    float slope, slow, fast, bump, green;

    public final float[] scratch = new float[5], rgb = new float[3];

    void material(float red, float green, float blue) {
        r = red;
        g = green;
        b = blue;
    }
}
