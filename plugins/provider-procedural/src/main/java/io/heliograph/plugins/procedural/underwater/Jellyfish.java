package io.heliograph.plugins.procedural.underwater;

import static io.heliograph.plugins.procedural.maths.Num.atan2;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.sky.Frame;

/** A jellyfish: bell, arms and threads, glowing. */
final class Jellyfish {
    private Jellyfish() {}

    static void draw(
            Brush brush, Camera camera, Frame frame, float x, float y, float radius, float hue, float z, float time) {
        float[] col = hue < .4f ? rgb(.95, .42, .62) : hue < .7f ? rgb(.45, .62, 1.0) : rgb(.95, .62, .35),
                glow = {col[0] * .9f, col[1] * .9f, col[2] * .9f};
        float fade = exp(-z * .075f), pulse = 1 + .08f * sin(time * 2.2f + hue * 9);
        Rng rng = new Rng((long) (hue * 1e6));
        int width = camera.width(), height = camera.height();
        for (int i = 0; i < 16; i++) {
            float tx = (i - 7.5f) / 7.5f,
                    px = x + tx * radius * .88f * pulse,
                    py = y + radius * .12f,
                    len = radius * rng.in(1.6f, 3.4f),
                    ph = rng.in(0, 6);
            int n = 34;
            for (int k = 0; k < n; k++) {
                float t = k / (float) n,
                        nx =
                                x
                                        + tx * radius * (.88f - .35f * t) * pulse
                                        + radius * .16f * sin(t * 7 + ph + time * 1.4f) * (.2f + t),
                        ny = y + radius * .12f + len * (k + 1) / n;
                brush.alpha = .34f * (1 - t) * fade;
                brush.colour(glow).stroke(px, py, nx, ny, radius * .022f, radius * .016f);
                px = nx;
                py = ny;
            }
        }
        for (int i = 0; i < 5; i++) {
            float px = x + (i - 2) * radius * .14f, py = y + radius * .05f;
            for (int k = 0; k < 26; k++) {
                float t = k / 26f,
                        nx =
                                x
                                        + (i - 2) * radius * (.14f + .1f * t)
                                        + radius * .13f * sin(t * 9 + i * 2 + time * 1.2f) * t,
                        ny = y + radius * .05f + radius * 1.35f * (k + 1) / 26;
                brush.alpha = .30f * (1 - t) * fade;
                brush.colour(glow[0] * 1.1f, glow[1] * 1.1f, glow[2] * 1.1f)
                        .stroke(px, py, nx, ny, radius * (.13f - .07f * t) * (1 + .4f * sin(k * 1.9f)), radius * .08f);
                px = nx;
                py = ny;
            }
        }
        for (int yy = Math.max(0, (int) (y - radius * 1.3f)); yy < Math.min(height, y + radius * .4f); yy++)
            for (int xx = Math.max(0, (int) (x - radius * 1.3f)); xx < Math.min(width, x + radius * 1.3f); xx++) {
                float u = (xx + .5f - x) / (radius * pulse), v = (yy + .5f - y) / (radius * .82f / pulse);
                float base = .20f * (1 - u * u) + .03f * sin(u * 22);
                float d = v < 0 ? sqrt(u * u + v * v) : Math.max(Math.abs(u), v / Math.max(.02f, base));
                if (d > 1) {
                    float hg = exp(-(d - 1) * 5) * .07f * fade;
                    int o = (yy * width + xx) * 3;
                    for (int i = 0; i < 3; i++) frame.rgb.rgb[o + i] += col[i] * hg;
                    continue;
                }
                float rim = d * d * d,
                        ribs = .75f + .25f * cos(atan2(u, -v + .25f) * 16),
                        al = (.22f + .5f * rim) * fade * clamp((1 - d) * radius * .5f);
                float li = (.35f + .85f * rim + .5f * clamp(-v) * (1 - rim)) * ribs;
                int o = (yy * width + xx) * 3;
                if (frame.depth[yy * width + xx] < z) continue;
                for (int i = 0; i < 3; i++)
                    frame.rgb.rgb[o + i] = mix(frame.rgb.rgb[o + i], col[i] * li * .95f + .05f, al);
            }
        brush.alpha = 1;
    }
}
