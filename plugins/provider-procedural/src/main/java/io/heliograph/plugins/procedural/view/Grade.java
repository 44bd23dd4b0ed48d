package io.heliograph.plugins.procedural.view;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.lum;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.scale;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import org.jspecify.annotations.Nullable;

/** From open-ended light to a display picture: glow, light shafts, exposure, film curve, colour, vignette and grain. */
final class Grade {
    private Grade() {}

    static Image apply(Composer composer, Image hdr, @Nullable Camera camera, float @Nullable [] depth, boolean grain) {
        Light light = composer.light;
        int w = hdr.width, h = hdr.height;
        Image q = hdr.half().half();
        float thr = light.night ? .30f : .95f;
        Image glow = new Image(q.width, q.height);
        for (int i = 0; i < q.rgb.length; i++) glow.rgb[i] = Math.min(5, Math.max(0, q.rgb[i] - thr));
        Image sum = new Image(q.width, q.height);
        int base = Math.max(1, Math.max(w, h) / 700);
        for (int r : new int[] {base, base * 4, base * 13}) {
            Image b = glow.blur(composer.workers, r);
            float k = light.night ? .30f : .24f;
            for (int i = 0; i < b.rgb.length; i++) sum.rgb[i] += k * b.rgb[i];
        }
        boolean shafts = light.sunZ > .2f
                && !light.night
                && composer.spec.time() != TimeOfDay.BLUE
                && Math.abs(light.sunX / light.sunZ) < 1.0f;
        if (shafts && camera != null && depth != null) shafts(composer, q, sum, camera, depth, w, h);
        Image out = new Image(w, h);
        float ex = light.exposure, sat = light.saturation;
        int seed = composer.salt;
        composer.workers.each(h, y -> {
            float[] t = new float[3];
            for (int x = 0; x < w; x++) {
                int k = (y * w + x) * 3;
                sum.sample((x + .5f) * q.width / w, (y + .5f) * q.height / h, t);
                float vx = (x + .5f) / w - .5f,
                        vy = (y + .5f) / h - .5f,
                        vig = 1 - .62f * (vx * vx + vy * vy) * (1 + .4f * (vx * vx + vy * vy));
                float g =
                        grain ? .0055f * Noise.hash(x, y, seed + 1) + .003f * Noise.hash(x >> 1, y >> 1, seed + 2) : 0;
                float r = (hdr.rgb[k] + t[0]) * ex * vig,
                        gr = (hdr.rgb[k + 1] + t[1]) * ex * vig,
                        b = (hdr.rgb[k + 2] + t[2]) * ex * vig,
                        m = lum(r, gr, b);
                r = Math.max(0, m + (r - m) * sat);
                gr = Math.max(0, m + (gr - m) * sat);
                b = Math.max(0, m + (b - m) * sat);
                out.rgb[k] = display(r) + g;
                out.rgb[k + 1] = display(gr) + g;
                out.rgb[k + 2] = display(b) + g;
            }
        });
        return out;
    }

    /** Film-like curve and display gamma. */
    static float display(float v) {
        v = v * (2.51f * v + .03f) / (v * (2.43f * v + .59f) + .14f);
        return clamp(pow(v, 1 / 2.2f));
    }

    /** Bright sky near the sun, smeared away from it wherever something may stand in its way. */
    private static void shafts(Composer composer, Image q, Image sum, Camera camera, float[] depth, int w, int h) {
        Light light = composer.light;
        float sx = (w * .5f + camera.focal() * light.sunX / light.sunZ) * q.width / w,
                sy = (camera.horizon() - camera.focal() * light.sunY / light.sunZ) * q.height / h;
        float[] m = new float[q.width * q.height];
        float reach = q.width * .55f;
        for (int y = 0; y < q.height; y++)
            for (int x = 0; x < q.width; x++) {
                int p = Math.min(h - 1, y * h / q.height) * w + Math.min(w - 1, x * w / q.width);
                float d = sqrt(square(x - sx) + square(y - sy)) / reach;
                m[y * q.width + x] =
                        depth[p] > 1e8f ? Math.min(2.5f, q.brightness(y * q.width + x)) * Math.max(0, 1 - d) : 0;
            }
        boolean mist = composer.has(Thing.FOG) || composer.has(Thing.FOREST);
        float k = (mist ? .17f : .065f) * (composer.has(Thing.STORM) ? 1.3f : 1);
        float[] tint = mix(
                scale(light.sun, 1 / Math.max(light.sun[0], Math.max(light.sun[1], light.sun[2]))), light.horizon, .3f);
        composer.workers.each(q.height, y -> {
            for (int x = 0; x < q.width; x++) {
                float acc = 0, wgt = 1, dx = (sx - x) / 40f, dy = (sy - y) / 40f, px = x, py = y;
                float jit = fract(52.982918f * fract(.06711056f * x + .00583715f * y));
                px += dx * jit;
                py += dy * jit;
                for (int i = 0; i < 40; i++) {
                    int xi = (int) px, yi = (int) py;
                    if (xi >= 0 && yi >= 0 && xi < q.width && yi < q.height) acc += m[yi * q.width + xi] * wgt;
                    wgt *= .975f;
                    px += dx;
                    py += dy;
                }
                acc = acc / 40 * k;
                int o = (y * q.width + x) * 3;
                for (int i = 0; i < 3; i++) sum.rgb[o + i] += acc * tint[i];
            }
        });
    }
}
