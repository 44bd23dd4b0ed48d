package io.heliograph.plugins.procedural.pattern;

import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.scene.Composer;

/** Soft colours between points. */
final class ColourMesh {
    private final Workers workers;
    private final Palette palette;
    private final Rng rng;
    private final int salt;
    private final float time;

    ColourMesh(Composer composer, Palette palette, Rng rng, float time) {
        workers = composer.workers;
        this.palette = palette;
        this.rng = rng;
        salt = composer.salt;
        this.time = time;
    }

    Image draw(int w, int h) {
        int n = 10;
        float[] px = new float[n], py = new float[n], pr = new float[n];
        int[] pc = new int[n];
        for (int i = 0; i < n; i++) {
            px[i] = rng.in(-.15f, 1.15f) * w / h;
            py[i] = rng.in(-.15f, 1.15f);
            pr[i] = rng.in(.16f, .42f);
            pc[i] = i % 6;
        }
        Image image = new Image(w, h);
        workers.each(h, y -> {
            for (int x = 0; x < w; x++) {
                float u = x / (float) h,
                        v = y / (float) h,
                        wx = .16f * Noise.fbm(u * 1.5f + time * .05f, v * 1.5f, salt, 3),
                        wy = .16f * Noise.fbm(u * 1.5f + 7, v * 1.5f + time * .05f, salt + 4, 3),
                        tot = 0,
                        r = 0,
                        g = 0,
                        b = 0;
                for (int i = 0; i < n; i++) {
                    float d = square(u + wx - px[i]) + square(v + wy - py[i]),
                            k = 1 / (square(d / (pr[i] * pr[i])) + .02f);
                    tot += k;
                    r += k * palette.get(pc[i])[0] * palette.get(pc[i])[0];
                    g += k * palette.get(pc[i])[1] * palette.get(pc[i])[1];
                    b += k * palette.get(pc[i])[2] * palette.get(pc[i])[2];
                }
                float fold = Noise.at((u + 2 * wx) * 2.2f + (v + 2 * wy) * 1.4f, 3, salt + 8),
                        sh = 1 + .16f * fold,
                        gr = .014f * Noise.hash(x, y, salt);
                int k = (y * w + x) * 3;
                image.rgb[k] = sqrt(r / tot) * sh + gr;
                image.rgb[k + 1] = sqrt(g / tot) * sh + gr;
                image.rgb[k + 2] = sqrt(b / tot) * sh + gr;
            }
        });
        return image;
    }
}
