package io.heliograph.plugins.procedural.pattern;

import static io.heliograph.plugins.procedural.maths.Num.PI;
import static io.heliograph.plugins.procedural.maths.Num.TAU;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.scene.Composer;

/** Strokes that follow a field. */
final class FlowLines {
    private final Workers workers;
    private final Palette palette;
    private final Rng rng;
    private final int salt;
    private final float time;

    FlowLines(Composer composer, Palette palette, Rng rng, float time) {
        workers = composer.workers;
        this.palette = palette;
        this.rng = rng;
        salt = composer.salt;
        this.time = time;
    }

    Image draw(int w, int h) {
        Image image = new Image(w, h);
        float[] o = new float[3];
        float ang = rng.in(0, TAU), swirl = rng.in(1.1f, 2.2f);
        int lines = 3400;
        float[] bg0 = palette.get(0), bg1 = palette.get(1);
        workers.each(h, y -> {
            for (int x = 0; x < w; x++) {
                float t = clamp(.5f
                        + .6f * ((x - w * .5f) / w * cos(ang) + (y - h * .5f) / h * sin(ang))
                        + .2f * Noise.fbm(x * 2f / h, y * 2f / h, salt + 3, 3));
                int k = (y * w + x) * 3;
                for (int i = 0; i < 3; i++) image.rgb[k + i] = mix(bg0[i], bg1[i], t) * .8f;
            }
        });
        Brush brush = new Brush(image.rgb, w, h, 3, null);
        for (int i = 0; i < lines; i++) {
            float u = rng.in(-.1f, 1.1f) * w / h,
                    v = rng.in(-.1f, 1.1f),
                    wd = rng.in(.0006f, .0042f) * (rng.chance(.06f) ? 2.6f : 1);
            int n = 40 + rng.below(90);
            float sel = clamp(.42f + .55f * Noise.fbm(u * 1.6f, v * 1.6f, salt + 5, 3) + .18f * rng.bell());
            palette.ramp(.22f + .78f * sel, o);
            float depth = i / (float) lines;
            float bri = .55f + .6f * depth;
            float pu = u, pv = v;
            for (int k = 0; k < n; k++) {
                float e = .003f, t = k / (float) n;
                float n0 = potential(u, v),
                        gx = (potential(u + e, v) - n0) / e,
                        gy = (potential(u, v + e) - n0) / e,
                        length = 1 / (sqrt(gx * gx + gy * gy) + .2f);
                u += gy * length * .0062f * swirl * .6f;
                v -= gx * length * .0062f * swirl * .6f;
                float env = sin(PI * t);
                brush.alpha = .62f * env;
                float sh = bri * (.8f + .3f * env);
                brush.colour(o[0] * sh, o[1] * sh, o[2] * sh)
                        .stroke(pu * h, pv * h, u * h, v * h, wd * h * env + .4f, wd * h * env + .4f);
                pu = u;
                pv = v;
            }
        }
        return image;
    }

    private float potential(float u, float v) {
        return Noise.fbm(u * 1.55f, v * 1.55f + time * .02f, salt + 7, 3) + .12f * Noise.at(u * 6, v * 6, salt + 8);
    }
}
