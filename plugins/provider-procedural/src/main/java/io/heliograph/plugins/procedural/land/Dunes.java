package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;

/** Sand laid out in trains of dunes of three sizes. */
final class Dunes {
    private final int salt;
    private final float duneWave;
    private final float duneDirection;
    private final float duneShift;

    Dunes(Traits traits) {
        salt = traits.salt;
        duneWave = traits.duneWave;
        duneDirection = traits.duneDirection;
        duneShift = traits.duneShift;
    }

    float height(float x, float z, float cell) {
        float h = 22 * Noise.fbm(x / 700f, z / 700f, salt + 41, 2) * step(60, 400, z)
                - 13 * step(5, 80, z)
                + 26 * step(500, 2600, z) * (.6f + Noise.fbm(x / 1400f, z / 1400f, salt + 42, 2));
        h += dune(x, z, duneWave * 2.6f, duneDirection, salt + 43) * 1.15f * step(50, 420, z)
                + dune(x, z, duneWave, duneDirection + .2f, salt + 44) * (.12f + .88f * step(15, 80, z));
        if (cell < 5) h += dune(x, z, duneWave * .21f, duneDirection - .35f, salt + 45) * .55f * step(150, 60, z);
        return h;
    }

    /** One train of dunes: a gentle windward side, a sharp winding crest and a steep lee side. */
    private float dune(float x, float z, float wave, float turn, int q) {
        float ca = cos(turn), sa = sin(turn), u = (ca * z + sa * x) / wave, v = (ca * x - sa * z) / wave;
        u += .52f * Noise.at(v * .62f, u * .35f, q)
                + .20f * Noise.at(v * 1.6f, u * .8f, q + 1)
                + .04f * Noise.at(v * 5f, u * 3f, q + 2)
                + duneShift;
        float f = fract(u), a = .165f * wave * (.45f + .55f * (.5f + .5f * Noise.at(v * .5f + 7, u * .5f, q + 3)));
        float p = f < .7f ? f / .7f : (1 - f) / .3f;
        p = f < .7f ? p * (.45f + .55f * p) : p * (.75f + .25f * p);
        return a * p;
    }
}
