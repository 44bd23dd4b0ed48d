package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.scene.Composer;

/** Stepped walls on both sides of a winding floor, or free-standing buttes on a plain. */
final class Canyon {
    private final Composer composer;
    private final int salt;

    Canyon(Traits traits) {
        composer = traits.composer;
        salt = traits.salt;
    }

    float height(float x, float z, float cell) {
        float mid = 60 * Noise.at(z / 330f, 3, salt + 50) * step(20, 300, z),
                d =
                        Math.abs(x - mid)
                                - (26 + 16 * Noise.at(z / 140f, 9, salt + 51))
                                - z * .085f * (composer.silhouette < 2 ? 1 : 2.6f);
        float n = Noise.fbm(x / 90f, z / 90f, salt + 52, cell < 4 ? 6 : 4), e = d + 62 * n;
        float ground = 3 * Noise.fbm(x / 40f, z / 40f, salt + 53, 3) - 5 * step(10, 200, z);
        float h = 0, rise = composer.silhouette < 2 ? 150 : 105;
        float[] at = {0, 26, 75, 150};
        for (int k = 0; k < 4; k++) {
            float lip = at[k] + 16 * Noise.at(x / 60f + k * 9, z / 60f, salt + 54 + k);
            float f = step(lip, lip + 7, e);
            h += rise * (k == 0 ? .36f : k == 1 ? .30f : .2f) * f + rise * .06f * clamp((e - lip + 22) / 26) * (1 - f);
        }
        if (composer.silhouette >= 2) { // free-standing buttes on a plain
            float[] w = new float[5];
            Noise.cells(x / 520f + salt % 31, z / 620f, salt + 58, w);
            float k = .42f + .12f * n;
            float keep = w[2] > .38f ? 1 : 0;
            float f = keep * step(k, k - .045f, w[0]), talus = keep * clamp((k + .16f - w[0]) / .2f);
            float b = (95 + 80 * w[2]) * step(170, 420, z) * (f + .22f * talus * talus * (1 - f));
            h = Math.max(h * step(900, 1800, Math.abs(x)), b);
        }
        return ground
                + h
                + 160 * step(3500, 9000, z) * step(-.15f, .25f, Noise.fbm(x / 1500f, z / 1500f, salt + 59, 3));
    }
}
