package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.TAU;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.scene.Light;

/** A fir: whorls of drooping boughs around a straight stem. */
final class Conifer {
    private Conifer() {}

    static Sprite draw(Light light, Rng rng, float[] green, boolean snow, int height) {
        float slim = rng.in(.72f, 1.2f);
        SpriteMaker maker = new SpriteMaker(light, rng, .62f * slim + .08f);
        float[] bark = rgb(.075, .055, .042);
        for (int i = 0; i < 70; i++) {
            float y = i / 70f * .97f;
            maker.leaf(
                    0, y, 0, .011f * (1 - y) + .002f, .012f, 0, bark, light.sunX > 0 ? .8f : -.8f, .1f, -.6f, .5f, .5f);
        }
        int layers = 34;
        float lean = rng.in(-.01f, .01f);
        for (int i = 0; i < layers; i++) {
            float u = (i + rng.in(-.3f, .3f)) / layers,
                    y = .10f + .88f * u,
                    radius = .275f * slim * pow(1 - u * .97f, .82f) * rng.in(.78f, 1.12f);
            int nb = 10 + (int) (6 * (1 - u));
            float ph = rng.in(0, TAU);
            for (int b = 0; b < nb; b++) {
                float a = ph + TAU * b / nb + rng.in(-.25f, .25f),
                        ca = cos(a),
                        sa = sin(a),
                        rr = radius * rng.in(.7f, 1.1f);
                int n = 7 + (int) (rr * 80);
                for (int k = 0; k < n; k++) {
                    float t = (k + rng.unit()) / n,
                            rad = rr * (.15f + .85f * t),
                            yy = y - rr * .40f * t * t + rr * .10f * t + rng.in(-.006f, .006f),
                            side = rng.in(-1, 1) * rr * .20f * (1 - t * .5f),
                            x = ca * rad - sa * side + lean * y,
                            z = sa * rad + ca * side,
                            facing = (ca * light.sunX + sa * light.sunZ);
                    float shade = clamp(.55f + .6f * facing + .2f * rng.bell()) * (.45f + .55f * t);
                    float v = rng.in(.68f, 1.28f);
                    float[] c = {green[0] * v, green[1] * v * rng.in(.94f, 1.05f), green[2] * v};
                    boolean sn = snow && rng.unit() < .30f + .40f * t;
                    if (sn) {
                        c = rgb(.74, .78, .86);
                        yy += .006f;
                    }
                    float ang = Math.abs(ca) < .2f ? rng.in(.6f, 2.4f) : (ca > 0 ? .55f : -.55f) + rng.in(-.35f, .35f);
                    maker.leaf(
                            x,
                            yy,
                            z,
                            (sn ? .0105f : .0125f) * rng.in(.7f, 1.3f) * (.38f + radius * 2.9f),
                            (.0026f + .012f * radius) * rng.in(.8f, 1.3f),
                            ang,
                            c,
                            ca * .8f + rng.bell() * .25f,
                            .55f + (sn ? .5f : 0),
                            sa * .8f,
                            .26f + .60f * t,
                            shade);
                }
            }
        }
        return maker.draw(height);
    }
}
