package io.heliograph.plugins.procedural.pattern;

import static io.heliograph.plugins.procedural.maths.Num.TAU;
import static io.heliograph.plugins.procedural.maths.Num.atan2;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.scene.Composer;

/** Panes between leads, lit from behind. */
final class StainedGlass {
    private final Workers workers;
    private final Palette palette;
    private final Rng rng;
    private final int salt;

    StainedGlass(Composer composer, Palette palette, Rng rng) {
        workers = composer.workers;
        this.palette = palette;
        this.rng = rng;
        salt = composer.salt;
    }

    Image draw(int w, int h) {
        Image image = new Image(w, h);
        float sc = rng.in(5, 9), cx = rng.in(.3f, .7f) * w / h, cy = rng.in(.25f, .6f);
        boolean round = rng.chance(.5f);
        workers.each(h, y -> {
            float[] o = new float[3], n = new float[5];
            for (int x = 0; x < w; x++) {
                float u = x / (float) h,
                        v = y / (float) h,
                        dx = u - cx,
                        dy = v - cy,
                        rad = sqrt(dx * dx + dy * dy),
                        across = u * sc,
                        down = v * sc;
                if (round) {
                    float th = atan2(dy, dx) / TAU;
                    float ring = sqrt(rad) * sc * .95f;
                    across = Math.abs(th) * 18 + .25f;
                    down = ring * 1.6f;
                }
                across += .10f * Noise.at(u * 7, v * 7, salt + 2);
                Noise.cells(across, down, salt + 1, n);
                float edge = n[1] - n[0];
                float lead = step(.085f, .035f, edge);
                float t = n[2];
                palette.ramp(
                        .12f + .8f * fract(t * .7f + .35f * (1 - rad) + .3f * Noise.at(u * 1.3f, v * 1.3f, salt + 3)),
                        o);
                float grad = .62f + .55f * clamp(.5f - n[3] * .5f - n[4] * .7f),
                        ripple =
                                1
                                        + .10f * Noise.fbm(u * 46 + n[2] * 30, v * 46, salt + 5, 3)
                                        + .08f * Noise.at(u * 14, v * 40 + n[2] * 9, salt + 6),
                        light = .72f + .85f * exp(-rad * rad * 3.2f),
                        bevel = 1 + .45f * step(.20f, .09f, edge) * (n[3] + n[4] > 0 ? .6f : -.5f);
                int k = (y * w + x) * 3;
                float le = .05f + .10f * step(.02f, .06f, edge) * step(.075f, .05f, edge);
                for (int i = 0; i < 3; i++) image.rgb[k + i] = mix(o[i] * grad * ripple * light * bevel, le, lead);
            }
        });
        Image glow = image.half().half().blur(workers, Math.max(2, h / 160)).resize(w, h);
        for (int i = 0; i < image.rgb.length; i++) image.rgb[i] += .28f * glow.rgb[i] * glow.rgb[i];
        return image;
    }
}
