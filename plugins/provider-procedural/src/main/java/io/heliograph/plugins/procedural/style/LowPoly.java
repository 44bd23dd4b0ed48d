package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Image;

/** Triangles whose corners look for edges. */
final class LowPoly {
    private LowPoly() {}

    static Image apply(Workers workers, Image image, int seed) {
        int w = image.width, h = image.height;
        float step = Math.min(w, h) / 26f;
        int nx = (int) (w / step) + 4, ny = (int) (h / step) + 4;
        float[] xs = new float[(nx + 1) * (ny + 1)], ys = new float[xs.length];
        Image s = image.blur(workers, Math.max(1, (int) (step * .08f))), o = new Image(w, h);
        for (int j = 0; j <= ny; j++)
            for (int i = 0; i <= nx; i++) {
                int k = j * (nx + 1) + i;
                float bx = (i - 1.5f + ((j & 1) == 0 ? 0 : .5f)) * step,
                        by = (j - 1.5f) * step,
                        bestX = bx,
                        bestY = by,
                        best = -1;
                for (int t = 0; t < 26; t++) {
                    float x = bx + step * .40f * Noise.hash(k, t, seed),
                            y = by + step * .40f * Noise.hash(k, t + 50, seed);
                    int xi = clamp((int) x, 2, w - 3), yi = clamp((int) y, 2, h - 3), p = yi * w + xi;
                    float g = Math.abs(s.brightness(p + 2) - s.brightness(p - 2))
                            + Math.abs(s.brightness(p + 2 * w) - s.brightness(p - 2 * w))
                            + .012f * Noise.unit(k, t + 90, seed);
                    if (g > best) {
                        best = g;
                        bestX = x;
                        bestY = y;
                    }
                }
                xs[k] = bestX;
                ys[k] = bestY;
            }
        Brush brush = new Brush(o.rgb, w, h, 3, null);
        Image sm = image.blur(workers, 1);
        for (int pass = 0; pass < 1; pass++)
            for (int j = 0; j < ny; j++)
                for (int i = 0; i < nx; i++) {
                    int a = j * (nx + 1) + i, e = a + 1, c = a + nx + 1, d = c + 1;
                    if ((j & 1) == 0) {
                        triangle(brush, sm, xs, ys, a, e, c, seed);
                        triangle(brush, sm, xs, ys, e, d, c, seed);
                    } else {
                        triangle(brush, sm, xs, ys, a, e, d, seed);
                        triangle(brush, sm, xs, ys, a, d, c, seed);
                    }
                }
        return o;
    }

    private static void triangle(Brush brush, Image image, float[] xs, float[] ys, int p, int q, int r, int seed) {
        float cr = 0, cg = 0, cb = 0;
        int n = 0;
        float[] t = new float[3];
        for (int i = 0; i < 6; i++)
            for (int j = 0; j + i < 6; j++) {
                float u = (i + .33f) / 6,
                        v = (j + .33f) / 6,
                        x = xs[p] * (1 - u - v) + xs[q] * u + xs[r] * v,
                        y = ys[p] * (1 - u - v) + ys[q] * u + ys[r] * v;
                image.sample(x, y, t);
                cr += t[0];
                cg += t[1];
                cb += t[2];
                n++;
            }
        float sh = 1 + .05f * Noise.hash(p, q * 7 + r, seed), l = (.3f * cr + .59f * cg + .11f * cb) / n;
        brush.colour(
                clamp((l + (cr / n - l) * 1.15f) * sh),
                clamp((l + (cg / n - l) * 1.15f) * sh),
                clamp((l + (cb / n - l) * 1.15f) * sh));
        float mx = (xs[p] + xs[q] + xs[r]) / 3, my = (ys[p] + ys[q] + ys[r]) / 3, k = .7f;
        float[] z = new float[6];
        int[] id = {p, q, r};
        for (int i = 0; i < 3; i++) {
            float dx = xs[id[i]] - mx, dy = ys[id[i]] - my, d = sqrt(dx * dx + dy * dy) + 1e-4f;
            z[2 * i] = xs[id[i]] + dx / d * k;
            z[2 * i + 1] = ys[id[i]] + dy / d * k;
        }
        brush.poly(z);
    }
}
