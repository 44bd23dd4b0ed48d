package io.heliograph.plugins.procedural.cosmos;

import static io.heliograph.plugins.procedural.maths.Num.atan2;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.log2;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;

/** Nebulae, galaxies and stars: everything behind the planets. */
final class DeepSky {
    private final int salt;
    private final float[][] gas;
    private final float planetX, roll, time, nebula;
    private final boolean galaxy;

    DeepSky(int s, float[][] gas, float nebula, boolean galaxy, float px, float roll, float time) {
        this.salt = s;
        this.gas = gas;
        this.nebula = nebula;
        this.galaxy = galaxy;
        this.planetX = px;
        this.roll = roll;
        this.time = time;
    }

    void background(float u, float v, int h, float[] o) {
        o[0] = .0022f;
        o[1] = .0028f;
        o[2] = .0065f;
        float ca = cos(roll), sa = sin(roll), x = u * ca - v * sa, y = u * sa + v * ca;
        x += time * .002f;
        float wx = Noise.fbm(x * 1.7f + 3, y * 1.7f + 8, salt + 1, 4),
                wy = Noise.fbm(x * 1.7f + 9, y * 1.7f + 2, salt + 2, 4),
                a = Noise.fbm((x + .55f * wx) * 2.1f, (y + .55f * wy) * 2.1f, salt + 3, 7),
                b = Noise.fbm((x + .8f * wy) * 3.1f + 4, (y - .7f * wx) * 3.1f, salt + 4, 6),
                band = exp(-square((y + .16f * wx - .05f) / .34f));
        float dust = step(.04f, .42f, Noise.fbm((x + .4f * wy) * 2.9f + 7, (y + .4f * wx) * 2.9f, salt + 5, 6) + .08f),
                d0 = Math.max(0, .30f + a) * band,
                d1 = square(Math.max(0, .22f + b)) * (.25f + band),
                core = pow(Math.max(0, .15f + a + .55f * b) * band, 2) * 1.4f;
        float k = nebula * (1 - .82f * dust);
        for (int i = 0; i < 3; i++)
            o[i] += k * (.26f * gas[0][i] * d0 + .85f * gas[1][i] * d1 * (.4f + d0) + 1.05f * gas[2][i] * core);
        if (galaxy) galaxy(u, v, o);
        float scale = h / 720f, vis = 1 - .6f * dust * band;
        for (int q = 0; q < 4; q++) {
            float g = (q == 0 ? 7 : q == 1 ? 19 : q == 2 ? 62 : 260) * Math.max(1, scale),
                    fx = (u + 3) * h / g,
                    fy = (v + 3) * h / g;
            int ix = floor(fx), iy = floor(fy), hh = Noise.bits(ix, iy, salt + 90 + q);
            float p = (hh & 1023) / 1023f;
            if (p > (q == 0 ? .10f + .3f * band : q == 1 ? .16f + .12f * band : q == 2 ? .16f : .40f)) continue;
            float m = (hh >>> 26 & 63) / 63f,
                    cx = (ix + .12f + .76f * (hh >>> 10 & 255) / 255f - fx) * g / Math.max(1, scale),
                    cy = (iy + .12f + .76f * (hh >>> 18 & 255) / 255f - fy) * g / Math.max(1, scale),
                    d = cx * cx + cy * cy;
            float br = (q == 0 ? .035f + .12f * m * m : q == 1 ? .08f + .35f * m * m * m : .25f + 1.5f * m * m * m)
                    * exp(-d * (q == 3 ? .5f : .85f));
            if (q == 3) {
                br += 1.2f
                                * (.4f + m)
                                * (exp(-Math.abs(cx) * .16f - cy * cy * 1.6f)
                                        + exp(-Math.abs(cy) * .16f - cx * cx * 1.6f))
                                * .35f
                        + .10f / (1 + d * .12f) * step(900, 0, d);
            }
            br *= vis;
            float t = (hh >>> 13 & 15) / 15f - .5f;
            o[0] += br * (1 + .5f * t);
            o[1] += br;
            o[2] += br * (1.1f - .5f * t);
        }
    }

    private void galaxy(float u, float v, float[] o) {
        float x0 = u + planetX * .25f,
                y0 = v,
                ca = cos(.5f + roll),
                sa = sin(.5f + roll),
                x = x0 * ca - y0 * sa,
                y = (x0 * sa + y0 * ca) / .48f,
                r = sqrt(x * x + y * y) / .42f,
                th = atan2(y, x);
        if (r > 2.2f) return;
        float
                arm =
                        .5f
                                + .5f
                                        * cos(2 * (th - 3.0f * log2(r + .12f) * .69f + time * .02f)
                                                + .9f * Noise.fbm(x * 5, y * 5, salt + 20, 3)),
                n = .5f + Noise.fbm(x * 9, y * 9, salt + 21, 6),
                lane = step(.05f, .4f, Noise.fbm(x * 7 + 3, y * 7, salt + 22, 5) + .35f * (arm - .5f)),
                disc = exp(-r * 2.1f) * step(1.9f, .8f, r),
                core = exp(-r * r * 26) * 2.2f + exp(-r * 5.5f) * .8f;
        float a = disc * (.12f + 1.9f * arm * arm * Math.max(0, n)) * (1 - .55f * lane);
        float knots = disc * square(arm) * step(.30f, .55f, Noise.fbm(x * 26, y * 26, salt + 23, 3));
        o[0] += a * .62f + core * 1.05f + knots * .9f;
        o[1] += a * .72f + core * .84f + knots * .35f;
        o[2] += a * 1.15f + core * .58f + knots * .6f;
    }
}
