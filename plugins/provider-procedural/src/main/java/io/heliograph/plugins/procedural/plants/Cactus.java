package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.PI;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.scene.Light;

/** A saguaro: ribbed columns. */
final class Cactus {
    private Cactus() {}

    static Sprite draw(Light light, Rng rng, int height) {
        SpriteMaker maker = new SpriteMaker(light, rng, .62f);
        float[] green = rgb(.070, .098, .045);
        arm(maker, 0, 0, .98f, .052f, green);
        int n = 1 + rng.below(3);
        for (int i = 0; i < n; i++) {
            float sg = i % 2 == 0 ? 1 : -1, y = rng.in(.32f, .55f), x = sg * rng.in(.13f, .19f);
            for (int k = 0; k < 40; k++) {
                float t = k / 40f;
                ribs(maker, x * t, y - .02f * sin(PI * t), .034f, green);
            }
            arm(maker, x, y, y + rng.in(.2f, .36f), .036f, green);
        }
        return maker.draw(height);
    }

    private static void arm(SpriteMaker maker, float x, float y0, float y1, float r, float[] c) {
        for (int k = 0; k < 130; k++) {
            float t = k / 130f,
                    y = y0 + (y1 - y0) * t,
                    e = y1 - y < r * 1.5f ? sqrt(1 - square(1 - (y1 - y) / (r * 1.5f))) : 1;
            ribs(maker, x, y, r * e, c);
        }
    }

    private static void ribs(SpriteMaker maker, float x, float y, float r, float[] c) {
        for (int k = 0; k < 11; k++) {
            float a = PI * (k + .5f) / 11, nx = -cos(a), nz = -sin(a), v = (k & 1) == 0 ? 1.15f : .62f;
            maker.leaf(
                    x + nx * r,
                    y,
                    -sin(a) * r,
                    r * .16f,
                    .0065f,
                    0,
                    new float[] {c[0] * v, c[1] * v, c[2] * v},
                    nx,
                    .15f,
                    nz,
                    .55f + .3f * (k & 1),
                    1);
        }
    }
}
