package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.rgb;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;
import java.util.Arrays;

/** Magenta to cyan with scan lines. */
final class Vaporwave {
    private Vaporwave() {}

    static Image apply(Workers workers, Image image, int seed) {
        int w = image.width, h = image.height;
        Image o = new Image(w, h), glow = image.half().half().blur(workers, Math.max(2, h / 60));
        float[][] map = {
            rgb(.07, .02, .20),
            rgb(.26, .05, .44),
            rgb(.72, .12, .58),
            rgb(1.0, .42, .62),
            rgb(1.0, .74, .62),
            rgb(.86, .98, 1.0)
        };
        int sh = Math.max(1, w / 420), ln = Math.max(2, h / 180);
        float[] lo = lum(image).clone();
        Arrays.sort(lo);
        float a = lo[lo.length / 50], b = Math.max(a + .2f, lo[lo.length - 1 - lo.length / 60]);
        workers.each(h, y -> {
            float[] t = new float[3];
            for (int x = 0; x < w; x++) {
                int p = y * w + x, q = p * 3;
                glow.sample((x + .5f) * glow.width / w, (y + .5f) * glow.height / h, t);
                for (int c = 0; c < 3; c++) {
                    int xx = clamp(x + (c == 0 ? -sh : c == 2 ? sh : 0), 0, w - 1), pp = y * w + xx;
                    float l = clamp((image.brightness(pp) - a) / (b - a)),
                            cool = clamp((image.rgb[pp * 3 + 2] - image.rgb[pp * 3]) * 1.2f);
                    float f = l * 4.999f;
                    int i = (int) f;
                    float m = mix(map[i][c], map[i + 1][c], f - i), teal = c == 0 ? .12f : c == 1 ? .78f : .86f;
                    m = mix(m, teal * (.35f + .8f * l), cool * .55f);
                    float v = mix(image.rgb[pp * 3 + c], m, .84f) + .22f * t[c] * t[c];
                    v *= (y / ln & 1) == 0 ? 1 : .93f;
                    o.rgb[q + c] = clamp(v + .014f * Noise.hash(x, y, seed));
                }
            }
        });
        return o;
    }

    private static float[] lum(Image image) {
        float[] l = new float[image.width * image.height];
        for (int i = 0; i < l.length; i++) l[i] = image.brightness(i);
        return l;
    }
}
