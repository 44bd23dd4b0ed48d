package io.heliograph.plugins.procedural.props;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import io.heliograph.plugins.procedural.sky.Frame;

/** A flash of lightning and the glow around it. */
final class Lightning {
    private final Composer composer;
    private final Light light;

    Lightning(Composer composer) {
        this.composer = composer;
        light = composer.light;
    }

    void draw(Frame frame, Brush brush) {
        Camera camera = frame.camera;
        Rng rng = new Rng(composer.seed ^ 0x11f7L);
        float w = camera.width(),
                h = camera.height(),
                x = w * (.5f + composer.side * -rng.in(.10f, .30f)),
                x1 = x + rng.bell() * w * .06f,
                y1 = camera.horizon() - h * .005f,
                y0 = camera.horizon() * rng.in(.02f, .2f);
        float gain = light.night ? .5f : 1;
        Image image = frame.rgb;
        for (int y = 0; y < camera.height(); y++)
            for (int xx = 0; xx < camera.width(); xx++) {
                float dx = (xx - x) / w, dy = (y - y0) / h, k = exp(-(dx * dx * 22 + dy * dy * 16)) * .55f * gain;
                float dd = Math.abs(xx - x - (x1 - x) * clamp((y - y0) / (y1 - y0))) / w;
                k += .10f * gain * exp(-dd * 26) * step(y1 + h * .16f, y1, y);
                int p = y * camera.width() + xx;
                float m = frame.depth[p] > 1e8f ? 1 : .32f;
                image.rgb[p * 3] += k * .62f * m * (.25f + image.rgb[p * 3]);
                image.rgb[p * 3 + 1] += k * .66f * m * (.25f + image.rgb[p * 3 + 1]);
                image.rgb[p * 3 + 2] += k * .92f * m * (.25f + image.rgb[p * 3 + 2]);
            }
        brush.distance = 6000;
        bolt(brush, rng, x, y0, x1, y1, h * .0045f, 0, gain);
        brush.alpha = 1;
    }

    private void bolt(Brush brush, Rng rng, float x0, float y0, float x1, float y1, float wd, int level, float gain) {
        int n = 36;
        float[] xs = new float[n + 1];
        xs[0] = x0;
        xs[n] = x1;
        split(rng, xs, 0, n, Math.abs(y1 - y0) * .16f);
        float px = x0, py = y0;
        for (int i = 1; i <= n; i++) {
            float y = y0 + (y1 - y0) * i / n, t = 1 - .5f * i / n;
            brush.alpha = .14f;
            brush.colour(1.2f * gain, 1.1f * gain, 2.2f * gain).stroke(px, py, xs[i], y, wd * 4 * t, wd * 4 * t);
            brush.alpha = level == 0 ? 1 : .75f;
            brush.colour(5 * gain, 5 * gain, 6 * gain).stroke(px, py, xs[i], y, wd * t, wd * t);
            if (level < 2 && rng.chance(level == 0 ? .16f : .06f)) {
                float len = (y1 - y) * rng.in(.2f, .55f);
                bolt(
                        brush,
                        rng,
                        xs[i],
                        y,
                        xs[i] + rng.sign() * len * rng.in(.4f, .9f),
                        y + len,
                        wd * .5f,
                        level + 1,
                        gain * .7f);
            }
            px = xs[i];
            py = y;
        }
    }

    private static void split(Rng rng, float[] x, int a, int b, float amp) {
        if (b - a < 2) return;
        int m = (a + b) / 2;
        x[m] = (x[a] + x[b]) / 2 + rng.in(-1, 1) * amp;
        split(rng, x, a, m, amp * .55f);
        split(rng, x, m, b, amp * .55f);
    }
}
