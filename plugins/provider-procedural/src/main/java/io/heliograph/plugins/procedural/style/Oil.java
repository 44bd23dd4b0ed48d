package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Image;
import java.util.Arrays;

/** Oil paint: strokes along the forms in four layers, lit from the side. */
final class Oil {
    private Oil() {}

    static Image apply(Workers workers, Image image, int seed) {
        int w = image.width, h = image.height, base = Math.min(w, h);
        Image out = image.blur(workers, Math.max(2, base / 60));
        for (int i = 0; i < out.rgb.length; i++) out.rgb[i] *= .92f;
        Image height = new Image(w, h);
        Rng rng = new Rng(seed);
        float[][] list = new float[4096][];
        int bands = 8;
        float[] radii = {base * .024f, base * .0125f, base * .0065f, base * .0036f};
        for (int lay = 0; lay < 4; lay++) {
            float rad = radii[lay];
            Image src = image.blur(workers, Math.max(1, (int) (rad * .4f))), dirs = src.blur(workers, (int) rad + 2);
            int step = Math.max(2, (int) (rad * (lay == 0 ? .9f : 1.0f))),
                    nx = (w + step - 1) / step,
                    ny = (h + step - 1) / step;
            int[] ord = new int[nx * ny];
            for (int i = 0; i < ord.length; i++) ord[i] = i;
            for (int i = ord.length - 1; i > 0; i--) {
                int j = rng.below(i + 1), t = ord[i];
                ord[i] = ord[j];
                ord[j] = t;
            }
            int count = 0; // the strokes of one layer are decided first, then painted band by band
            for (int id : ord) {
                float x = (id % nx + rng.unit()) * step, y = (id / nx + rng.unit()) * step;
                int xi = clamp((int) x, 1, w - 2), yi = clamp((int) y, 1, h - 2), k = (yi * w + xi) * 3;
                float err = 0;
                for (int c = 0; c < 3; c++) err += Math.abs(src.rgb[k + c] - out.rgb[k + c]);
                float keep = rng.unit();
                if (lay > 0 && err < .085f && keep > (lay == 1 ? .35f : .08f)) continue;
                float jr = rng.bell() * .022f,
                        jg = rng.bell() * .022f,
                        jb = rng.bell() * .03f,
                        red = clamp(src.rgb[k] * 1.03f + jr),
                        green = clamp(src.rgb[k + 1] * 1.02f + jg),
                        blue = clamp(src.rgb[k + 2] + jb),
                        px = 0,
                        py = 0;
                int len = 3 + rng.below(lay == 3 ? 3 : 5);
                float wd = rad * 1.3f, hgt = .35f + .5f * rng.unit();
                for (int s = 0; s < len; s++) {
                    int ix = clamp((int) x, 2, w - 3), iy = clamp((int) y, 2, h - 3), p = iy * w + ix;
                    float gx = dirs.brightness(p + 2) - dirs.brightness(p - 2),
                            gy = dirs.brightness(p + 2 * w) - dirs.brightness(p - 2 * w),
                            an = 2.2f * Noise.at(x / (base * .22f), y / (base * .22f), seed + 9);
                    gx += .014f * sin(an);
                    gy += .020f * cos(an);
                    float dx = -gy, dy = gx, n = 1 / (sqrt(dx * dx + dy * dy) + 1e-6f);
                    dx *= n;
                    dy *= n;
                    if (px * dx + py * dy < 0) {
                        dx = -dx;
                        dy = -dy;
                    }
                    px = dx;
                    py = dy;
                    float ex = x + dx * rad * 1.05f, ey = y + dy * rad * 1.05f;
                    if (count + 4 >= list.length) list = Arrays.copyOf(list, list.length * 2);
                    list[count++] = new float[] {x, y, ex, ey, wd, red, green, blue, .90f, hgt, .8f};
                    if (lay < 2)
                        for (int t = 0; t < 3; t++) {
                            float o = (t - 1) * rad * .36f, v = rng.bell() * .055f, v2 = .5f + .5f * rng.unit();
                            list[count++] = new float[] {
                                x - dy * o,
                                y + dx * o,
                                ex - dy * o,
                                ey + dx * o,
                                rad * .17f,
                                clamp(red + v),
                                clamp(green + v),
                                clamp(blue + v),
                                .42f,
                                v2,
                                .5f
                            };
                        }
                    x = ex;
                    y = ey;
                }
            }
            int total = count;
            float[][] todo = list;
            workers.each(bands, k -> {
                Brush brush = new Brush(out.rgb, w, h, 3, null), hb = new Brush(height.rgb, w, h, 3, null);
                brush.first = hb.first = k * h / bands;
                brush.last = hb.last = (k + 1) * h / bands - 1;
                for (int i = 0; i < total; i++) {
                    float[] t = todo[i];
                    if (Math.min(t[1], t[3]) - t[4] > brush.last || Math.max(t[1], t[3]) + t[4] < brush.first) continue;
                    brush.alpha = t[8];
                    brush.colour(t[5], t[6], t[7]).stroke(t[0], t[1], t[2], t[3], t[4], t[4] * .94f);
                    hb.alpha = t[10];
                    hb.colour(t[9], 0, 0).stroke(t[0], t[1], t[2], t[3], t[4], t[4] * .9f);
                }
            });
        }
        // light grazing over thick paint

        Image r = new Image(w, h);
        workers.each(h, y -> {
            for (int x = 0; x < w; x++) {
                int p = y * w + x;
                float
                        e =
                                height.rgb[Math.max(0, p - 1) * 3]
                                        - height.rgb[Math.min(w * h - 1, p + 1) * 3]
                                        + height.rgb[Math.max(0, p - w) * 3]
                                        - height.rgb[Math.min(w * h - 1, p + w) * 3],
                        cv = .02f * Noise.at(x * .8f, y * .8f, seed + 4),
                        k = 1 - .10f * clamp(e, -1.4f, 1.4f) + cv;
                for (int c = 0; c < 3; c++) r.rgb[p * 3 + c] = clamp(out.rgb[p * 3 + c] * k + Math.max(0, -e) * .02f);
            }
        });
        return r;
    }
}
