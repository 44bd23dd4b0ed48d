package io.heliograph.plugins.procedural.pattern;

import static io.heliograph.plugins.procedural.maths.Num.TAU;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.scene.Composer;

/** Ink in water, folded over itself. */
final class MarbledInk {
    private final Workers workers;
    private final Palette palette;
    private final Rng rng;
    private final int salt;
    private final float time;

    MarbledInk(Composer composer, Palette palette, Rng rng, float time) {
        workers = composer.workers;
        this.palette = palette;
        this.rng = rng;
        salt = composer.salt;
        this.time = time;
    }

    Image draw(int w, int h) {
        Image image = new Image(w, h);
        float u0 = rng.in(0, 90), sc = rng.in(1.5f, 2.4f), turn = rng.in(0, TAU), ca = cos(turn), sa = sin(turn);
        float[] gold = rgb(.95, .76, .42);
        boolean vein = rng.chance(.65f);
        workers.each(h, y -> {
            float[] o = new float[3];
            for (int x = 0; x < w; x++) {
                float across = (x - w * .5f) / h * sc,
                        down = (y - h * .5f) / h * sc,
                        u = across * ca - down * sa + u0,
                        v = across * sa + down * ca + time * .03f;
                float a = Noise.fbm(u, v, salt, 4),
                        b = Noise.fbm(u + 5.2f, v + 1.3f, salt + 9, 4),
                        p = Noise.fbm(u + 2.1f * a, v + 2.1f * b + time * .04f, salt + 18, 5),
                        r = Noise.fbm(u + 2.3f * b + 1.7f, v + 2.3f * a + 9.2f, salt + 27, 5),
                        f = Noise.fbm(u + 2.6f * p, v + 2.6f * r, salt + 36, 6);
                palette.ramp(.46f + .85f * f + .22f * p, o);
                float sh = .75f + .55f * clamp(.5f + 1.6f * (r - .1f)) - .25f * step(.12f, .5f, Math.abs(p));
                float fil = Math.abs(fract((f * 2.2f + r * 1.3f) * 2.5f) - .5f),
                        line = step(.055f, .0f, fil) * step(-.05f, .25f, a + .15f);
                for (int k = 0; k < 3; k++) {
                    o[k] *= sh;
                    if (vein) {
                        float shine = .65f + .6f * clamp(.5f + 1.5f * Noise.at(u * 9 + 3 * p, v * 9, salt + 50));
                        o[k] = mix(o[k], gold[k] * shine, line * .85f);
                    } else o[k] = mix(o[k], palette.get(4)[k], line * .5f);
                }
                int k = (y * w + x) * 3;
                image.rgb[k] = o[0];
                image.rgb[k + 1] = o[1];
                image.rgb[k + 2] = o[2];
            }
        });
        return image;
    }
}
