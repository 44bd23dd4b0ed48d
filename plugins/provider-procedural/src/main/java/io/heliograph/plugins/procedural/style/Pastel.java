package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Image;

/** Chalk strokes on toned paper. */
final class Pastel {
    private Pastel() {}

    static Image apply(Workers workers, Image image, int seed) {
        int w = image.width, h = image.height, base = Math.min(w, h);
        float k = 900f / Math.max(w, h);
        Image s = Soften.calm(workers, image, Math.max(2, base / 160)), o = new Image(w, h);
        float[] pap = rgb(.80, .755, .70);
        for (int i = 0; i < w * h; i++) for (int c = 0; c < 3; c++) o.rgb[i * 3 + c] = pap[c];
        Image chalk = new Image(w, h);
        System.arraycopy(o.rgb, 0, chalk.rgb, 0, o.rgb.length);
        Brush brush = new Brush(chalk.rgb, w, h, 3, null);
        Rng rng = new Rng(seed);
        Image dirs = image.blur(workers, Math.max(3, base / 50));
        for (int lay = 0; lay < 2; lay++) {
            float len = base * (lay == 0 ? .030f : .016f), wd = base * (lay == 0 ? .012f : .0052f);
            int n = (int) (w * (float) h / (len * wd) * (lay == 0 ? 1.9f : 2.0f));
            for (int i = 0; i < n; i++) {
                float x = rng.unit() * w, y = rng.unit() * h;
                int xi = clamp((int) x, 2, w - 3), yi = clamp((int) y, 2, h - 3), p = yi * w + xi;
                float gx = dirs.brightness(p + 2) - dirs.brightness(p - 2),
                        gy = dirs.brightness(p + 2 * w) - dirs.brightness(p - 2 * w),
                        an = .7f + .5f * Noise.at(x / base * 4, y / base * 4, seed);
                float dx = -gy + .02f * cos(an),
                        dy = gx - .02f * sin(an),
                        m = 1 / (sqrt(dx * dx + dy * dy) + 1e-6f),
                        j = rng.bell() * .035f,
                        j2 = rng.bell() * .03f;
                float e = 0;
                if (lay == 1) {
                    for (int c = 0; c < 3; c++) e += Math.abs(chalk.rgb[p * 3 + c] - s.rgb[p * 3 + c]);
                    if (e < .10f && rng.unit() > .2f) continue;
                }
                brush.alpha = lay == 0 ? .85f : .8f;
                float length = s.brightness(p), up = .075f;
                brush.colour(
                                clamp(pow(clamp(length + (s.rgb[p * 3] - length) * 1.18f), .84f) + up + j),
                                clamp(pow(clamp(length + (s.rgb[p * 3 + 1] - length) * 1.18f), .84f)
                                        + up
                                        + j * .6f
                                        + j2 * .4f),
                                clamp(pow(clamp(length + (s.rgb[p * 3 + 2] - length) * 1.18f), .84f) + up + j2))
                        .stroke(
                                x - dx * m * len * .5f,
                                y - dy * m * len * .5f,
                                x + dx * m * len * .5f,
                                y + dy * m * len * .5f,
                                wd,
                                wd * .8f);
            }
        }
        workers.each(h, y -> {
            for (int x = 0; x < w; x++) {
                int p = (y * w + x) * 3;
                float g = Paper.grain(x, y, k * 1.5f, seed), cover = step(-.62f, -.02f, g + .12f);
                for (int c = 0; c < 3; c++)
                    o.rgb[p + c] = clamp(mix(pap[c] * .95f, chalk.rgb[p + c], .30f + .70f * cover) * (1 + .035f * g));
            }
        });
        return o;
    }
}
