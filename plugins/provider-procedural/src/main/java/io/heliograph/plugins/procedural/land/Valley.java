package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.scene.Composer;

/** Meadows and hills with a river. */
final class Valley {
    private final Composer composer;
    private final int salt;
    private final boolean mountain;
    private final Mountains mountains;

    Valley(Traits traits, Mountains mountains) {
        this.mountains = mountains;
        composer = traits.composer;
        salt = traits.salt;
        mountain = traits.mountain;
    }

    /** A river winding away from the camera between meadows and hills. */
    float height(float x, float z, float az, float cell, float[] o) {
        float run = Math.max(0, z),
                turn =
                        26 * Noise.at(z / 85f, 4, salt + 45) * step(14, 90, run)
                                + 95 * Noise.at(z / 380f, 6, salt + 46) * step(120, 600, run),
                mid = turn - composer.side * .35f * composer.near;
        float d = Math.abs(x - mid)
                - (.62f * composer.near + 2.5f * Noise.at(z / 40f, 5, salt + 47) + .016f * run)
                + 2.2f * Noise.fbm(x / 9f, z / 9f, salt + 49, cell < 2 ? 4 : 2);
        if (d < 0) return Math.max(-6, d * .22f);
        float bank = Math.min(1.1f, .22f * d)
                + Math.max(0, .9f * Noise.fbm(x / 14f, z / 14f, salt + 43, 4) + .5f) * step(1, 9, d);
        float rise = 62 * step(45, 420, d) * (.5f + .9f * Noise.fbm(x / 330f, z / 330f, salt + 44, 4))
                + 130 * step(250, 1600, d) * (.4f + .8f * Noise.fbm(x / 800f, z / 800f, salt + 42, 4));
        return bank
                + Math.max(0, rise)
                + 120 * step(2600, 7500, z) * (.5f + .6f * Noise.fbm(x / 2300f, z / 2300f, salt + 31, 4))
                + (mountain ? mountains.height(x, z, az, cell, o) * step(0, 500, d) : 0);
    }
}
