package io.heliograph.plugins.procedural.sky;

import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.paint.Camera;

/** Stars and the milky way. */
final class Stars {
    private final Camera camera;
    private final int salt;
    private final float tilt;
    private final boolean milky;

    Stars(Camera camera, int s, float tilt, boolean milky) {
        this.camera = camera;
        this.salt = s;
        this.tilt = tilt;
        this.milky = milky;
    }

    void add(float dx, float dy, float uy, float[] o, float vis) {
        if (vis < .02f) return;
        float horizon = step(.0f, .16f, uy), band = 0, dust = 0;
        if (milky) {
            float along = dx + dy * tilt, across = (dx * -tilt + (dy - .38f)) / sqrt(1 + tilt * tilt);
            across += .05f * Noise.fbm(dx * 5, dy * 5, salt + 3, 3);
            float wd = .13f + .05f * Noise.at(along * 3, 1, salt + 4);
            band = exp(-square(across / wd));
            float cloud = .5f + .9f * Noise.fbm(dx * 6 + 3, dy * 6, salt + 5, 6),
                    lane =
                            step(
                                    .02f,
                                    .30f,
                                    Noise.fbm(dx * 4.2f + across * 3, dy * 4.2f, salt + 6, 6)
                                            + .12f
                                            - 2.6f * Math.abs(across));
            dust = 1 - .85f * lane * step(.2f, .05f, Math.abs(across));
            float b = band * Math.max(0, cloud) * dust * vis * horizon * .105f,
                    core =
                            exp(-square(across / (wd * .5f)))
                                    * Math.max(0, .5f + Noise.fbm(dx * 3, dy * 3, salt + 8, 3));
            o[0] += b * (.95f + .7f * core);
            o[1] += b * (.86f + .38f * core);
            o[2] += b * (1.10f + .15f * core);
        }
        float px = camera.focal(), scale = Math.max(1, px / 900f), sig = 1 / (scale * .62f);
        for (int k = 0; k < 3; k++) {
            float g = (k == 0 ? 9f : k == 1 ? 22f : 70f) * scale, sx = dx * px / g, sy = dy * px / g;
            int ix = floor(sx), iy = floor(sy), hh = Noise.bits(ix, iy, salt + 99 + k);
            float u = (hh & 1023) / 1023f;
            if (u > (k == 0 ? .16f + .5f * band * dust : k == 1 ? .34f : .45f)) continue;
            float cx = (ix + .15f + .7f * (hh >>> 10 & 255) / 255f - sx) * g,
                    cy = (iy + .15f + .7f * (hh >>> 18 & 255) / 255f - sy) * g,
                    d = (cx * cx + cy * cy) * sig * sig,
                    m = (hh >>> 26 & 63) / 63f;
            float br = (k == 0 ? .05f + .12f * m * m : k == 1 ? .10f + .35f * m * m * m : .35f + 1.3f * m * m)
                    * exp(-d * .9f);
            if (k == 2) br += .02f * m / (1 + d * .35f) * step(60, 10, d);
            br *= vis * horizon;
            float tint = (hh >>> 13 & 15) / 15f - .5f;
            o[0] += br * (1 + .35f * tint);
            o[1] += br;
            o[2] += br * (1.08f - .4f * tint);
        }
    }
}
