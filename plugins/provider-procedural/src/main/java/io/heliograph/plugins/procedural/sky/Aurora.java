package io.heliograph.plugins.procedural.sky;

import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;

/** Northern lights: curtains seen from below, summed along the ray. */
final class Aurora {
    private final int salt;
    private final float tilt, time;

    Aurora(int s, float tilt, float time) {
        this.salt = s;
        this.tilt = tilt;
        this.time = time;
    }

    void add(float ux, float uy, float uz, float[] o) {
        if (uy < .015f) return;
        float acc0 = 0, acc1 = 0, acc2 = 0;
        for (int i = 0; i < 26; i++) {
            float hgt = 1 + .055f * i + .0007f * i * i, k = hgt / (uy + .10f) * .34f, x = ux * k * 1.25f, z = uz * k;
            float f = i / 26f;
            float
                    w =
                            .62f * Noise.fbm(x * 1.5f + 3 + time * .02f, z * .5f, salt + 230, 3)
                                    + .13f * Noise.at(x * 5.5f + time * .05f, z * 1.4f, salt + 231),
                    l1 = Math.abs(z + w - .92f - .5f * x * tilt),
                    l2 = Math.abs(z + 1.5f * w - 1.75f + .4f * x * tilt),
                    r1 = Math.max(0, 1 - l1 * 5.0f),
                    r2 = Math.max(0, 1 - l2 * 4.0f) * .7f,
                    r = r1 * r1 + r2 * r2;
            if (r <= 0) continue;
            float
                    ray =
                            .30f
                                    + .70f
                                            * step(
                                                    -.45f,
                                                    .55f,
                                                    Noise.at(x * 19 + w * 6 + time * .15f, 3, salt + 240) * .7f
                                                            + .5f * Noise.at(x * 47 + w * 9, 5, salt + 241)),
                    amp =
                            r
                                    * ray
                                    * exp(-f * (1.6f + 1.5f * (1 - ray)))
                                    * (i < 3 ? .5f + .17f * i : 1)
                                    * (.35f
                                            + .85f
                                                    * step(
                                                            -.35f,
                                                            .4f,
                                                            Noise.at(x * 1.6f + 8 - time * .03f, z, salt + 242)));
            acc0 += amp * (.06f + .60f * f * f + .25f * step(.55f, 1, f));
            acc1 += amp * (1.0f - .72f * f);
            acc2 += amp * (.34f + .55f * f);
        }
        float k = .105f * step(.015f, .10f, uy);
        o[0] += acc0 * k;
        o[1] += acc1 * k;
        o[2] += acc2 * k;
    }
}
