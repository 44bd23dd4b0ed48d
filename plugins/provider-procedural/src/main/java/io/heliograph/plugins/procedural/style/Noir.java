package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.exp;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;

/** High contrast black and white with grain. */
final class Noir {
    private Noir() {}

    static Image apply(Workers workers, Image image, int seed) {
        int w = image.width, h = image.height;
        Image o = new Image(w, h), glow = image.half().half().blur(workers, Math.max(2, h / 70));
        float mean = 0;
        for (int i = 0; i < w * h; i += 97) mean += image.brightness(i);
        mean /= (w * h + 96) / 97;
        float piv = clamp(mean, .22f, .55f);
        workers.each(h, y -> {
            float[] t = new float[3];
            for (int x = 0; x < w; x++) {
                int p = y * w + x, q = p * 3;
                glow.sample((x + .5f) * glow.width / w, (y + .5f) * glow.height / h, t);
                float l = .42f * image.rgb[q] + .44f * image.rgb[q + 1] + .14f * image.rgb[q + 2],
                        g = .3f * t[0] + .59f * t[1] + .11f * t[2];
                l = l + .30f * g * g;
                float v = (l - piv) * 1.75f + piv * .92f;
                v = v < .12f ? .12f * exp((v - .12f) * 6) : v > .85f ? 1 - .15f * exp(-(v - .85f) * 5) : v;
                float vx = (x + .5f) / w - .5f, vy = (y + .5f) / h - .5f;
                v *= 1 - 1.15f * (vx * vx + vy * vy);
                v += .034f * Noise.hash(x, y, seed) + .02f * Noise.hash(x >> 1, y >> 1, seed + 1);
                o.rgb[q] = clamp(v * 1.01f);
                o.rgb[q + 1] = clamp(v);
                o.rgb[q + 2] = clamp(v * .985f + .008f);
            }
        });
        return o;
    }
}
