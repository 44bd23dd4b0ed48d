package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;

/** Pen drawing with hatching. */
final class LineDrawing {
    private LineDrawing() {}

    static Image apply(Workers workers, Image image, int seed) {
        int w = image.width, h = image.height;
        float k = 900f / Math.max(w, h);
        int r = Math.max(1, Math.round(1 / k));
        Image c1 = Soften.calm(workers, image, Math.max(2, 3 * r)),
                a = c1.blur(workers, r),
                b = c1.blur(workers, r * 2 + 1),
                far = image.blur(workers, Math.min(w, h) / 12);
        Image o = new Image(w, h);
        float[] pap = rgb(.965, .95, .915);
        float mean = 0;
        for (int i = 0; i < w * h; i += 97) mean += image.brightness(i);
        mean /= (w * h + 96) / 97;
        float gain = .60f / clamp(mean, .15f, .8f);
        workers.each(h, y -> {
            for (int x = 0; x < w; x++) {
                int p = y * w + x;
                float across = x * k,
                        down = y * k,
                        l = clamp(mix(a.brightness(p), .5f + a.brightness(p) - far.brightness(p), .30f) * gain),
                        tone = 1 - l,
                        e = clamp((b.brightness(p) - a.brightness(p)) * 14 - .16f),
                        gr = Paper.grain(x, y, k, seed),
                        w1 = 2.2f * Noise.fbm(across * .02f, down * .02f, seed + 3, 2),
                        ink = 0;
                for (int q = 0; q < 4; q++) {
                    float an = q == 0 ? .75f : q == 1 ? 2.3f : q == 2 ? .15f : 1.5f,
                            u = (across * cos(an) + down * sin(an)) / (q == 0 ? 5.2f : 5.6f) + w1,
                            f = Math.abs(fract(u) - .5f) * 2,
                            thr = .30f + .17f * q,
                            need = (tone - thr) / .5f;
                    if (need <= 0) continue;
                    float brk = .5f + .5f * Noise.at(across * .06f + q * 7, floor(u) * 3.1f, seed + q),
                            wd = clamp(need * 1.2f, 0, .62f) * (.6f + .6f * brk);
                    ink = Math.max(
                            ink, step(1 - wd - .22f, 1 - wd + .22f, f) * .78f * (need * 2 > .5f - brk * .6f ? 1 : 0));
                }
                ink = clamp(Math.max(ink * (.85f + .25f * gr), e * (1 + .3f * gr)));
                for (int c = 0; c < 3; c++)
                    o.rgb[p * 3 + c] = mix(pap[c] * (1 - .02f * gr), c == 2 ? .14f : .11f, ink * .92f);
            }
        });
        return o;
    }
}
