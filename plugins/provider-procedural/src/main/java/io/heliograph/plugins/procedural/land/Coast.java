package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.bell;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;

/** Shores of seas and lakes: beaches, banks, rocks in the water, islands, and the far side. */
final class Coast {
    private final Composer composer;
    private final int salt;
    private final boolean sea;
    private final boolean mountain;
    private final boolean hill;
    private final boolean forest;
    private final float azimuth;
    private final Mountains mountains;

    Coast(Traits traits, Mountains mountains) {
        this.mountains = mountains;
        composer = traits.composer;
        salt = traits.salt;
        sea = traits.sea;
        mountain = traits.mountain;
        hill = traits.hill;
        forest = traits.forest;
        azimuth = traits.azimuth;
    }

    /** Metres inland (negative: out in the water) and from it a height. */
    float height(float x, float z, float cell, float[] o) {
        float wob = 3.2f * Noise.fbm(x / 14f, z / 14f, salt + 60, cell < 2 ? 4 : 2),
                near = -999,
                h = -60,
                az = x / (Math.max(z, 0) + 60),
                sd = composer.side;
        boolean beach = composer.spec.has(Thing.BEACH);
        if (composer.shore == 1 || beach) {
            float line = sd
                            * (-1.5f
                                    + z * .16f
                                    + 13 * Noise.at(z / 55f, 2, salt + 61) * step(5, 60, z)
                                    + 46 * Noise.at(z / 240f, 2, salt + 62) * step(60, 300, z))
                    + (z > 420 ? sd * (z - 420) * .9f : 0);
            near = sd * (x - line) + (beach ? wob * .35f : wob);
            float cap = beach ? 3.5f : 9;
            float up = near * (beach ? .055f : .20f);
            h = near > 0
                    ? Math.min(cap, up)
                            + (near > 18
                                    ? 20 * step(18, 160, near) * (.6f + Noise.fbm(x / 70f, z / 70f, salt + 63, 4))
                                    : 0)
                    : near * (beach ? .045f : .16f);
        } else if (composer.shore == 0) { // a bank in one lower corner that runs out along the edge of the picture
            near = .42f * composer.near + sd * x * 1.55f - z * .55f + wob * 1.3f;
            near = Math.min(near, 7.5f * composer.near - z + 12 * Noise.at(x / 30f, z / 30f, salt + 64));
            float cap = .24f * composer.eye * step(1.0f, 4f, z / composer.near) + .35f * composer.eye;
            h = near > 0
                    ? Math.min(cap + .03f * near, .14f * near)
                            + .3f * Noise.fbm(x / 4f, z / 4f, salt + 65, 3) * Math.min(1, near * .3f)
                    : near * .15f;
        } else {
            float zn = z * 5 / composer.near,
                    ax = x / (z + 2) * composer.focal * sd,
                    q =
                            Noise.fbm(x / 14f + 3, z / 19f, salt + 66, cell < 2 ? 5 : 3)
                                    - .20f
                                    + .80f * step(.04f, .42f, ax) * step(52, 10, zn) * (.7f + .3f * step(4, 8, zn))
                                    - .5f * step(42, 85, zn)
                                    - .30f * step(8, 3, zn);
            near = q * 12;
            h = near > 0 ? near * (sea ? .42f : .2f) : Math.max(-5, near * .5f);
        }
        h = stacks(x, z, az, h);
        h = islands(x, z, h);
        h = waterfall(x, z, cell, h);
        h = farShore(x, z, az, cell, o, h);
        return Math.max(-45, h);
    }

    /** Sea stacks and a headland. */
    private float stacks(float x, float z, float az, float h) {
        float sd = composer.side;
        if (sea && (composer.spec.has(Thing.CLIFF) || (composer.shore == 2 && composer.variety > .4f && !mountain))) {
            float[] w = new float[5];
            Noise.cells(x / 70f, z / 90f + .5f, salt + 67, w);
            float n = Noise.fbm(x / 16f, z / 16f, salt + 68, 4);
            float k = .20f + .13f * n;
            if (w[2] > .62f && z > 45 && z < 420 && az * sd > -.12f) {
                float f = step(k, k - .09f, w[0]) * step(45, 75, z);
                h = Math.max(
                        h,
                        (14 + 34 * w[2] * (w[2] - .4f)) * f * (1 + .3f * n)
                                + 3.2f
                                        * step(45, 70, z)
                                        * step(k + .09f, k - .03f, w[0] + .03f * Noise.at(x / 3f, z / 3f, salt))
                                - 1.6f);
            }
            float e = sd * (x - sd * (60 + z * .24f)) + 40 * Noise.fbm(x / 80f, z / 80f, salt + 69, 4);
            if (z > 150)
                h = Math.max(
                        h,
                        (e > 0 ? 40 * step(0, 22, e) + 26 * step(30, 60, e + 20 * n) + .04f * e : e * .3f)
                                        * step(150, 330, z)
                                        * step(2300, 1500, z)
                                - 1);
        }
        return h;
    }

    private float islands(float x, float z, float h) {
        float sd = composer.side;
        if (composer.spec.has(Thing.ISLAND) || (sea && !mountain && composer.shore == 0)) {
            for (int k = 0; k < 3; k++) {
                float iz = new float[] {300, 900, 2600}[k] * (1 + .3f * Noise.hash(k, 1, salt + 72)),
                        ia = (k == 0 ? sd * .16f : Noise.hash(k, 2, salt + 72) * .45f),
                        ir = new float[] {60, 190, 620}[k] * (1 + .4f * Noise.hash(k, 3, salt + 72));
                if (k == 0 && !composer.spec.has(Thing.ISLAND)) continue;
                float ix = ia * iz,
                        d =
                                sqrt(square((x - ix) * .62f) + square(z - iz)) / ir
                                        + .42f * Noise.fbm(x / ir * 1.4f, z / ir * 1.4f, salt + 73 + k, 5);
                if (d < 1) {
                    float e = 1 - d;
                    h = Math.max(h, ir * .30f * e * (.25f + e) + Math.min(1.2f, e * ir * .05f));
                }
            }
        }
        return h;
    }

    /** A curved wall of rock with a notch for the water. */
    private float waterfall(float x, float z, float cell, float h) {
        if (composer.spec.has(Thing.WATERFALL)) {
            float xf = Falls.x(composer),
                    n = Noise.fbm(x / 9f, z / 9f, salt + 79, cell < 3 ? 5 : 3),
                    n2 = Noise.ridged(x / 34f, z / 34f, salt + 80, 4),
                    notch = bell(x, xf, 5.5f),
                    e =
                            z
                                    - (Falls.z(composer)
                                            - Math.abs(x - xf) * .42f
                                            + 16 * Noise.at(x / 42f, 3, salt + 86))
                                    + 5 * n
                                    + 7 * (n2 - .4f)
                                    - 3 * notch,
                    top = 58 + 16 * Noise.at(x / 60f, 1, salt + 87);
            if (e > -6) {
                float hh = e < 0
                        ? Math.max(-3, e * .5f) + 1.2f * step(-4, 0, e)
                        : top * (.50f * step(0, 5, e) + .06f * step(5, 9, e) + .44f * step(9, 15, e + 2 * n))
                                + .16f * Math.max(0, e - 15)
                                + 8 * step(15, 60, e) * Noise.fbm(x / 30f, z / 30f, salt + 88, 3);
                h = Math.max(h, hh - 4.5f * notch * step(8, 16, e));
            }
        }
        return h;
    }

    /** What lies on the other side of the water. */
    private float farShore(float x, float z, float az, float cell, float[] o, float h) {
        boolean lake = !sea;
        boolean far = lake || mountain || composer.spec.any(Thing.HILL, Thing.FOREST);
        if (far) {
            float
                    zf =
                            (lake ? 260 + 620 * composer.variety : 1500 + 900 * composer.variety)
                                    + 170 * Noise.fbm(x / 420f, 5, salt + 74, 4) * (lake ? 1 : 2)
                                    - Math.abs(x - azimuth * 900) * (lake ? .85f : .5f),
                    e = z - Math.max(70, zf) + 24 * Noise.fbm(x / 60f, z / 60f, salt + 75, 3);
            if (e > 0) {
                float hh = Math.min(1.5f, e * .1f)
                        + 34 * step(10, 420, e) * (.6f + .8f * Noise.fbm(x / 260f, z / 260f, salt + 76, 5))
                        + .03f * Math.min(e, 1500)
                        + 60 * step(200, 1500, e) * (.5f + .5f * Noise.fbm(x / 700f, z / 700f, salt + 78, 3));
                if (mountain) hh += mountains.height(x, z, az, cell, o) * step(0, 900, e);
                else if (hill || forest || lake)
                    hh += 150 * step(700, 4500, e) * (.5f + .7f * Noise.fbm(x / 1500f, z / 1500f, salt + 77, 5));
                h = Math.max(h, hh);
            } else h = Math.max(h, Math.max(-40, e * .1f));
        }
        return h;
    }
}
