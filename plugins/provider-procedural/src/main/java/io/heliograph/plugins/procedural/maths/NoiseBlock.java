package io.heliograph.plugins.procedural.maths;

import static io.heliograph.plugins.procedural.maths.Num.floor;

/** A 64-cubed block of noise that repeats without a seam; sampled with linear interpolation, cheap enough for ray marching. */
public final class NoiseBlock {
    static final int SIDE = 64;
    final float[] values = new float[SIDE * SIDE * SIDE];

    public float at(float x, float y, float z) {
        int ix = floor(x), iy = floor(y), iz = floor(z);
        float fx = x - ix, fy = y - iy, fz = z - iz;
        int x0 = ix & 63,
                x1 = ix + 1 & 63,
                y0 = (iy & 63) << 6,
                y1 = (iy + 1 & 63) << 6,
                z0 = (iz & 63) << 12,
                z1 = (iz + 1 & 63) << 12;
        float p = values[z0 | y0 | x0];
        p += (values[z0 | y0 | x1] - p) * fx;
        float q = values[z0 | y1 | x0];
        q += (values[z0 | y1 | x1] - q) * fx;
        p += (q - p) * fy;
        float r = values[z1 | y0 | x0];
        r += (values[z1 | y0 | x1] - r) * fx;
        q = values[z1 | y1 | x0];
        q += (values[z1 | y1 | x1] - q) * fx;
        r += (q - r) * fy;
        return p + (r - p) * fz;
    }
}
