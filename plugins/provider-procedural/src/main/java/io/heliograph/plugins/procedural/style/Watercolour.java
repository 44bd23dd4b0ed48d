package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;

/** Watercolour: flowing edges, lifted pigment, white border. */
final class Watercolour {
    private Watercolour() {}

    static Image apply(Workers workers, Image image, int seed) {
        int w = image.width, h = image.height, r = Math.max(3, Math.min(w, h) / 110);
        Image c1 = Soften.calm(workers, Soften.calm(workers, image, r), r), wob = new Image(w, h);
        float k = 900f / Math.max(w, h);
        workers.each(h, y -> {
            float[] t = new float[3];
            for (int x = 0; x < w; x++) {
                float dx = r * 1.1f * Noise.fbm(x * .018f * k, y * .018f * k, seed, 3),
                        dy = r * 1.1f * Noise.fbm(x * .018f * k, y * .018f * k, seed + 5, 3);
                c1.sample(x + .5f + dx, y + .5f + dy, t);
                int o = (y * w + x) * 3;
                System.arraycopy(t, 0, wob.rgb, o, 3);
            }
        });
        Image soft = wob.blur(workers, Math.max(1, r / 2)), wide = wob.blur(workers, r * 3);
        Image o = new Image(w, h);
        float[] pap = rgb(.975, .965, .94);
        workers.each(h, y -> {
            for (int x = 0; x < w; x++) {
                int p = y * w + x, q = p * 3;
                float l = wob.brightness(p),
                        edge = clamp((soft.brightness(p) - l) * 5f + (wide.brightness(p) - l) * .9f, -.1f, .55f),
                        gr = Paper.grain(x, y, k, seed),
                        flow = Noise.fbm(x * .006f * k, y * .006f * k, seed + 8, 4),
                        lift = clamp(.26f + .34f * flow + .10f * gr);
                float bx = Math.min(x, w - 1 - x) / (float) w,
                        by = Math.min(y, h - 1 - y) / (float) h,
                        bd = Math.min(bx * w, by * h) / Math.min(w, h),
                        border = step(.012f, .045f, bd + .020f * Noise.fbm(x * .02f * k, y * .02f * k, seed + 11, 4));
                for (int c = 0; c < 3; c++) {
                    float v = wob.rgb[q + c];
                    v = l + (v - l) * 1.22f;
                    v = pow(clamp(v), .80f);
                    v = v * (1 - edge * .75f);
                    v = mix(v, pap[c], lift * .55f);
                    v *= 1 - .055f * gr * (1.2f - l);
                    v = mix(pap[c] * (1 - .018f * gr), v * pap[c], border);
                    o.rgb[q + c] = clamp(v);
                }
            }
        });
        return o;
    }
}
