package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;

/** Coarse cells in 26 colours, dithered. */
final class PixelArt {
    private PixelArt() {}

    static Image apply(Workers workers, Image image) {
        int cell = Math.max(3, Math.round(Math.min(image.width, image.height) / 128f)),
                w = Math.max(1, (image.width + cell - 1) / cell),
                h = Math.max(1, (image.height + cell - 1) / cell);
        Image s = new Image(w, h);
        for (int y = 0; y < h; y++)
            for (int x = 0; x < w; x++) {
                float n = 0, r = 0, g = 0, b = 0;
                for (int j = y * cell; j < Math.min(image.height, (y + 1) * cell); j++)
                    for (int i = x * cell; i < Math.min(image.width, (x + 1) * cell); i++) {
                        int k = (j * image.width + i) * 3;
                        r += image.rgb[k];
                        g += image.rgb[k + 1];
                        b += image.rgb[k + 2];
                        n++;
                    }
                int k = (y * w + x) * 3;
                float l = (.3f * r + .59f * g + .11f * b) / n;
                s.rgb[k] = clamp(l + (r / n - l) * 1.25f);
                s.rgb[k + 1] = clamp(l + (g / n - l) * 1.25f);
                s.rgb[k + 2] = clamp(l + (b / n - l) * 1.25f);
            }
        for (int k = 0; k < s.rgb.length; k++) s.rgb[k] = clamp(.5f + (s.rgb[k] - .5f) * 1.12f);
        int n = 26;
        float[][] pal = new float[n][];
        Rng rng = new Rng(5);
        pal[0] = colour(s, rng.below(w * h));
        for (int i = 1; i < n; i++) {
            float best = -1;
            int at = 0;
            for (int t = 0; t < 900; t++) {
                int p = rng.below(w * h);
                float d = 9;
                float[] c = colour(s, p);
                for (int j = 0; j < i; j++) d = Math.min(d, distance(c, pal[j]));
                d *= .35f + rng.unit();
                if (d > best) {
                    best = d;
                    at = p;
                }
            }
            pal[i] = colour(s, at);
        }
        for (int it = 0; it < 7; it++) {
            float[][] sum = new float[n][4];
            for (int p = 0; p < w * h; p += 3) {
                float[] c = colour(s, p);
                float[] t = sum[nearest(pal, c)];
                t[0] += c[0];
                t[1] += c[1];
                t[2] += c[2];
                t[3]++;
            }
            for (int i = 0; i < n; i++)
                if (sum[i][3] > 0) for (int c = 0; c < 3; c++) pal[i][c] = sum[i][c] / sum[i][3];
        }
        int[] bayer = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};
        Image o = new Image(image.width, image.height);
        Image sm = s;
        workers.each(h, y -> {
            for (int x = 0; x < w; x++) {
                float d = (bayer[(y & 3) * 4 + (x & 3)] / 15f - .5f) * .055f;
                float[] c = colour(sm, y * w + x);
                for (int i = 0; i < 3; i++) c[i] += d;
                float[] t = pal[nearest(pal, c)];
                for (int j = y * cell; j < Math.min(image.height, (y + 1) * cell); j++)
                    for (int i = x * cell; i < Math.min(image.width, (x + 1) * cell); i++)
                        System.arraycopy(t, 0, o.rgb, (j * image.width + i) * 3, 3);
            }
        });
        return o;
    }

    private static float[] colour(Image s, int p) {
        return new float[] {s.rgb[p * 3], s.rgb[p * 3 + 1], s.rgb[p * 3 + 2]};
    }

    private static float distance(float[] a, float[] b) {
        return square(a[0] - b[0]) * .9f + square(a[1] - b[1]) * 1.3f + square(a[2] - b[2]) * .7f;
    }

    private static int nearest(float[][] p, float[] c) {
        int b = 0;
        float d = 9;
        for (int i = 0; i < p.length; i++) {
            float e = distance(p[i], c);
            if (e < d) {
                d = e;
                b = i;
            }
        }
        return b;
    }
}
