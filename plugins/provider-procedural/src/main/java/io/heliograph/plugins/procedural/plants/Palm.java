package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.PI;
import static io.heliograph.plugins.procedural.maths.Num.TAU;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.scene.Light;

/** A palm: one leaning stem and a crown of fronds. */
final class Palm {
    private Palm() {}

    static Sprite draw(Light light, Rng rng, int height) {
        SpriteMaker maker = new SpriteMaker(light, rng, 1.05f);
        float[] bark = rgb(.085, .068, .052), green = rgb(.060, .105, .022);
        float lean = rng.in(.08f, .26f), x = 0, y = 0;
        for (int i = 0; i < 150; i++) {
            float t = i / 150f;
            x = lean * t * t;
            y = t * .76f;
            float r = .017f * (1 - .35f * t) * (i % 5 < 2 ? 1.12f : 1);
            maker.leaf(x, y, 0, r, .005f, 0, bark, light.sunX > 0 ? .8f : -.8f, .2f, -.6f, .6f, .9f);
        }
        int n = 13 + rng.below(4);
        for (int i = 0; i < n; i++) {
            float a = TAU * i / n + rng.in(-.2f, .2f),
                    ca = cos(a),
                    sa = sin(a),
                    up = rng.in(.05f, .75f),
                    len = rng.in(.24f, .33f);
            for (int k = 0; k < 44; k++) {
                float t = k / 44f,
                        fx = x + ca * len * t * (1 - .12f * t),
                        fy = y + len * (up * t - (.55f + up * .75f) * t * t),
                        fz = sa * len * t;
                float v = rng.in(.75f, 1.25f);
                float[] c = {green[0] * v, green[1] * v, green[2] * v};
                float tang = (up - 2 * (.55f + up * .75f) * t);
                for (int sgn = -1; sgn <= 1; sgn += 2) {
                    float ll = .052f * sin(PI * (.08f + .90f * t)),
                            ex = fx - sgn * tang * ll * .3f * ca,
                            ey = fy - ll * .62f + sgn * .006f,
                            ang = (ca > 0 ? 1 : -1) * (1.0f + .3f * sgn);
                    maker.leaf(
                            ex + ll * .25f * ca,
                            ey,
                            fz + sgn * ll * .5f,
                            ll * .62f,
                            .0042f,
                            ang,
                            c,
                            ca * .4f,
                            .8f,
                            sa * .4f + sgn * .3f,
                            .45f + .4f * t,
                            .55f + .45f * clamp(.5f + .5f * (ca * light.sunX + sa * light.sunZ)));
                }
            }
        }
        return maker.draw(height);
    }
}
