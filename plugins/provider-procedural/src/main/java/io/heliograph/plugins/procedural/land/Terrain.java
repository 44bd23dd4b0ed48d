package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.scene.Composer;

/**
 * The ground. Its large shape is kept in nested grids around the camera (each level twice as coarse and twice as wide as the last), so looking up a height is
 * cheap at every distance; stones, ripples and rows of plants are added on top where they are near enough to be seen. Water lies at height 0.
 */
public final class Terrain {
    static final int SIDE = 384, BACK = 40, LEVELS = 8;
    public static final float CELL = .5f, FAR = 16500;
    final Traits traits;
    public final Surface surface;
    private final int salt;
    private final Stones stones;
    private final float[][] grid = new float[LEVELS][];
    public float highest;
    public final boolean water, sea, desert;
    private final boolean rows;
    private final float rippleHeight;

    public Terrain(Composer composer) {
        salt = composer.salt;
        traits = new Traits(composer);
        water = traits.water;
        sea = traits.sea;
        desert = traits.desert;
        rows = traits.rows;
        rippleHeight = traits.rippleHeight;
        stones = new Stones(traits);
        LandShape shape = new LandShape(traits);
        for (int l = 0; l < LEVELS; l++) grid[l] = new float[SIDE * SIDE];
        float[] top = new float[LEVELS * SIDE];
        for (int lv = 0; lv < LEVELS; lv++) {
            int l = lv; // in order: a level copies its middle from the finer one
            composer.workers.each(SIDE, j -> {
                float cell = CELL * (1 << l), z = (j - BACK) * cell, m = -99;
                float[] g = grid[l], o = new float[3];
                for (int i = 0; i < SIDE; i++) {
                    float x = (i - SIDE / 2) * cell;
                    boolean inner = l > 0
                            && i > SIDE / 4 + 4
                            && i < 3 * SIDE / 4 - 4
                            && j > BACK
                            && j - BACK < (SIDE - BACK) / 2 - 4;
                    g[j * SIDE + i] = inner ? base(x, z) : shape.height(x, z, cell, o);
                    m = Math.max(m, g[j * SIDE + i]);
                }
                top[l * SIDE + j] = m;
            });
        }
        for (float v : top) highest = Math.max(highest, v);
        highest += 12;
        surface = new Surface(this, traits);
    }

    /** Height from the grids. */
    public float base(float x, float z) {
        float ax = Math.abs(x);
        float q = Math.max(ax * (1f / (SIDE / 2 - 2)), z > 0 ? z * (1f / (SIDE - BACK - 2)) : -z * (1f / (BACK - 2)))
                * (1 / CELL);
        int l = 0;
        float cell = CELL;
        while (q > 1 && l < LEVELS - 1) {
            q *= .5f;
            l++;
            cell *= 2;
        }
        return interpolate(grid[l], x / cell, z / cell);
    }

    private static float interpolate(float[] g, float u, float v) {
        u += SIDE / 2;
        v += BACK;
        u = u < 0 ? 0 : u > SIDE - 1.01f ? SIDE - 1.01f : u;
        v = v < 0 ? 0 : v > SIDE - 1.01f ? SIDE - 1.01f : v;
        int i = (int) u, j = (int) v;
        u -= i;
        v -= j;
        int k = j * SIDE + i;
        float a = g[k], b = g[k + 1], d = g[k + SIDE], e = g[k + SIDE + 1];
        a += (b - a) * u;
        d += (e - d) * u;
        return a + (d - a) * v;
    }

    static float cellAt(float x, float z) {
        float q = Math.max(Math.abs(x) / (SIDE / 2 - 2), z > 0 ? z / (SIDE - BACK - 2) : -z / (BACK - 2)) / CELL;
        float c = CELL;
        while (q > 1) {
            q *= .5f;
            c *= 2;
        }
        return c;
    }

    /** Height with the small things that only matter near the camera, t metres away. */
    public float height(float x, float z, float t) {
        float h = base(x, z);
        if (t < 190) {
            if (rows) h += row(x, z) * step(190, 90, t);
            if (t < 90) h += stones.at(x, z, h);
            if (desert && t < 60) h += ripple(x, z) * rippleHeight * step(60, 20, t);
        }
        return h;
    }

    /** Boulders and pebbles: domes in a jittered grid. 0 where there is none. */
    public float stones(float x, float z, float ground) {
        return stones.at(x, z, ground);
    }

    public float row(float x, float z) {
        float u = fract((x + .12f * Noise.at(x * .2f, z * .2f, salt)) / 2.3f) - .5f;
        float b = Math.max(0, 1 - square(u * 2.6f));
        return b * (.62f + .10f * Noise.at(x * 2.1f, z * 2.1f, salt + 3) + .06f * Noise.at(x * 7f, z * 7f, salt + 3));
    }

    float ripple(float x, float z) {
        float w = Noise.at(x * .11f, z * .16f, salt + 9) * 2.6f + Noise.at(x * .45f, z * .5f, salt + 10) * .6f;
        float p = fract((z * .8f + x * .55f) * 3.1f + w);
        return p < .68f ? p / .68f : (1 - p) / .32f;
    }
}
