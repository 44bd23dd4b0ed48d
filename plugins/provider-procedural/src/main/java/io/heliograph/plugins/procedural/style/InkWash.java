package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;

/** Ink wash on warm paper, with a seal. */
final class InkWash {
    private InkWash() {}

    static Image apply(Workers workers, Image image, int seed) {
        int w = image.width, h = image.height, r = Math.max(2, Math.min(w, h) / 130);
        Image c1 = Soften.calm(workers, image, r), wide = c1.blur(workers, r * 2), far = c1.blur(workers, r * 14);
        Image o = new Image(w, h);
        float k = 900f / Math.max(w, h);
        float[] pap = rgb(.945, .925, .875);
        float m = 0;
        for (int i = 0; i < w * h; i += 97) m += image.brightness(i);
        m /= (w * h + 96) / 97;
        float gain = clamp(.56f / Math.max(.1f, m), .85f, 1.55f);
        workers.each(h, y -> {
            float[] t = new float[3];
            for (int x = 0; x < w; x++) {
                int p = y * w + x, q = p * 3;
                float dx = r * .9f * Noise.fbm(x * .03f * k, y * .03f * k, seed, 3),
                        dy = r * .9f * Noise.fbm(x * .03f * k, y * .03f * k, seed + 5, 3);
                c1.sample(x + .5f + dx, y + .5f + dy, t);
                float l0 = .3f * t[0] + .59f * t[1] + .11f * t[2], l = l0;
                wide.sample(x + .5f + dx, y + .5f + dy, t);
                float lw = .3f * t[0] + .59f * t[1] + .11f * t[2];
                l = clamp(mix(l, .5f + l - far.brightness(p), .12f) * gain);
                float tone = 1 - l;
                float lines = clamp((lw - l0) * 8f - .03f),
                        gr = Paper.grain(x, y, k, seed),
                        pool = Noise.fbm(x * .012f * k, y * .012f * k, seed + 9, 4);
                float wash = step(.26f, .98f, tone + .07f * pool), lv = wash * 5 + .6f * pool, fr2 = fract(lv);
                wash = (floor(lv) + step(.25f, .75f, fr2)) / 5f * .6f + wash * .4f;
                wash = Math.max(0, wash);
                float dry = step(-.35f, .15f, gr + 1.6f * (wash - .12f)),
                        ink = clamp(wash * (.92f + .08f * dry) * (1 + .10f * gr) + lines * .5f * dry);
                float vx = (x + .5f) / w - .5f, vy = (y + .5f) / h - .5f;
                ink *= step(.56f, .40f, Math.max(Math.abs(vx), Math.abs(vy)) + .05f * pool);
                ink = ink * .93f;
                for (int c = 0; c < 3; c++) {
                    float d = c == 0 ? .055f : c == 1 ? .058f : .075f;
                    o.rgb[q + c] = clamp(mix(pap[c] * (1 - .025f * gr), d, clamp(ink)));
                }
            }
        });
        int sz = Math.max(8, Math.min(w, h) / 22), x0 = (int) (w * .90f) - sz / 2, y0 = (int) (h * .86f) - sz / 2;
        for (int y = y0; y < y0 + sz; y++)
            for (int x = x0; x < x0 + sz; x++) {
                float u = (x - x0) / (float) sz, v = (y - y0) / (float) sz;
                float e = Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v));
                boolean bar = (e > .12f && e < .19f) || square(u - .5f) + square(v - .5f) < .018f;
                float a = (e < .03f ? .5f : .86f) * (bar ? .12f : 1) * (.85f + .3f * Noise.at(x * .5f, y * .5f, seed));
                int q = (y * w + x) * 3;
                if (q < 0 || q + 2 >= o.rgb.length) continue;
                o.rgb[q] = mix(o.rgb[q], .70f, clamp(a));
                o.rgb[q + 1] = mix(o.rgb[q + 1], .13f, clamp(a));
                o.rgb[q + 2] = mix(o.rgb[q + 2], .10f, clamp(a));
            }
        return o;
    }
}
