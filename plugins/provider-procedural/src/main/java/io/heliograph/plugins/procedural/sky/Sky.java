package io.heliograph.plugins.procedural.sky;

import static io.heliograph.plugins.procedural.maths.Num.bell;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;

/**
 * Everything above the horizon. The smooth part (clear sky, ray-marched clouds, aurora) is computed at half size into a panel in picture coordinates
 * that reaches as far up as the picture or a reflection in it may look; sharp things (stars, moon, rainbow) are added for each pixel.
 */
public final class Sky {
    private final Composer composer;
    private final Light light;
    private final int salt;
    private final Camera camera;
    private final int step, pad = 24, width, height;
    private final float[] rgb, clear;
    private final float top;
    private final boolean stars;
    private final Stars starfield;
    private final float sunClear; // one value for the whole disc, so that a cloud never bites a piece out of it
    public final float[] fog; // haze colour for every picture column

    /** time: seconds since the start of a video, 0 for a still. */
    public Sky(Composer composer, Camera camera, float time, int step) {
        this.composer = composer;
        this.camera = camera;
        this.step = step;
        light = composer.light;
        salt = composer.salt;
        top = Math.max(camera.horizon(), camera.height() - camera.horizon()) + 40;
        width = (camera.width() + 2 * pad) / step + 2;
        height = (int) (top / step) + 3;
        rgb = new float[width * height * 3];
        clear = new float[width * height];
        Rng rng = new Rng(composer.seed ^ 0x51c7L);
        float tilt = rng.sign() * rng.in(.5f, 1.1f);
        Aurora aurora = composer.has(Thing.AURORA) ? new Aurora(salt, tilt, time) : null;
        Clouds clouds = new Clouds(composer, time);
        boolean milky = light.night && (composer.spec.any(Thing.MILKYWAY, Thing.STARS) || rng.chance(.5f));
        stars = light.night || (composer.spec.time() == TimeOfDay.BLUE && rng.chance(.5f));
        starfield = new Stars(camera, salt, tilt, milky);
        fog = new float[(camera.width() + 2) * 3];
        float[] o = new float[3];
        float glow = light.glow;
        light.glow = glow * .42f; // the air in front of things glows less than the sky itself
        for (int x = 0; x <= camera.width() + 1; x++) {
            float dx = camera.dx(x), n = 1 / sqrt(dx * dx + 1);
            light.sky(dx * n, .012f, n, o);
            float away = 1 - pow(Math.max(0, (dx * n * light.sunX + n * light.sunZ)), 3),
                    cool =
                            composer.spec.any(Thing.SEA) || composer.spec.family() == Family.CITY || light.night
                                    ? 0
                                    : (composer.has(Thing.FOG) ? .68f : .36f) * away;
            for (int i = 0; i < 3; i++) fog[x * 3 + i] = mix(o[i], light.middle[i] * .95f, cool);
        }
        light.glow = glow;
        float[] cl = new float[width * height * 4];
        composer.workers.each(height, j -> {
            float[] t = new float[3], q = new float[4];
            for (int i = 0; i < width; i++) {
                float dx = camera.dx(i * step - pad),
                        dy = Math.max(0, (j - 1) * step) / camera.focal(),
                        n = 1 / sqrt(dx * dx + dy * dy + 1);
                int k = j * width + i;
                light.sky(dx * n, dy * n, n, t);
                q[0] = q[1] = q[2] = 0;
                q[3] = 1;
                clouds.cirrus(dx * n, dy * n, n, t);
                if (aurora != null) aurora.add(dx * n, dy * n, n, t);
                if (light.cover > .01f) clouds.cumulus(dx * n, dy * n, n, i, j, t, q);
                rgb[k * 3] = t[0];
                rgb[k * 3 + 1] = t[1];
                rgb[k * 3 + 2] = t[2];
                for (int b = 0; b < 4; b++) cl[k * 4 + b] = q[b];
            }
        });
        composer.workers.each(height, j -> {
            for (int i = 0; i < width; i++) {
                float[] q = new float[4];
                float n = 0;
                for (int b = -1; b <= 1; b++)
                    for (int a = -1; a <= 1; a++) {
                        int y = clamp(j + b, 0, height - 1), x = clamp(i + a, 0, width - 1);
                        float g = (a == 0 ? 2 : 1) * (b == 0 ? 2 : 1);
                        n += g;
                        for (int e = 0; e < 4; e++) q[e] += g * cl[(y * width + x) * 4 + e];
                    }
                int k = j * width + i;
                float tr = q[3] / n;
                clear[k] = tr;
                for (int e = 0; e < 3; e++) rgb[k * 3 + e] = rgb[k * 3 + e] * tr + q[e] / n;
            }
        });
        if (light.sunZ > .1f) {
            float[] q = new float[4];
            sample(
                    camera.width() * .5f + camera.focal() * light.sunX / light.sunZ,
                    camera.focal() * light.sunY / light.sunZ,
                    q);
            sunClear = step(.12f, .7f, q[3]);
        } else sunClear = 0;
    }

    /** Smooth sky at picture column x, up pixels above the horizon; o[3] is how clear the sky is there. */
    public void sample(float x, float up, float[] o) {
        float u = clamp((x + pad) / step, 0, width - 1.01f), v = clamp(up / step + 1, 0, height - 1.01f);
        int i = (int) u, j = (int) v;
        u -= i;
        v -= j;
        int k = j * width + i;
        float a = (1 - u) * (1 - v), b = u * (1 - v), d = (1 - u) * v, e = u * v;
        for (int q = 0; q < 3; q++)
            o[q] = rgb[k * 3 + q] * a
                    + rgb[k * 3 + 3 + q] * b
                    + rgb[(k + width) * 3 + q] * d
                    + rgb[(k + width) * 3 + 3 + q] * e;
        o[3] = clear[k] * a + clear[k + 1] * b + clear[k + width] * d + clear[k + width + 1] * e;
    }

    /** Sky in a pixel with stars, moon and sun. */
    public void pixel(float px, float py, float[] o) {
        float up = camera.horizon() - py;
        sample(px, up, o);
        if (up < 0) return;
        float cl = o[3];
        float dx = camera.dx(px),
                dy = camera.dy(py),
                n = 1 / sqrt(dx * dx + dy * dy + 1),
                ux = dx * n,
                uy = dy * n,
                uz = n,
                mu = ux * light.sunX + uy * light.sunY + uz * light.sunZ;
        if (stars) starfield.add(dx, dy, uy, o, cl * cl * (light.night ? 1 : .35f * step(.1f, .4f, uy)));
        if (light.sunZ > 0 && mu > .99f) {
            float ang = sqrt(Math.max(0, 2 - 2 * mu));
            boolean moon = light.night;
            float rad = moon ? .021f : .0165f, soft = 1.2f / camera.focal(), disc = step(rad + soft, rad - soft, ang);
            if (moon && composer.spec.any(Thing.AURORA, Thing.MILKYWAY) && !composer.has(Thing.MOON)) disc = 0;
            if (composer.spec.time() == TimeOfDay.BLUE) disc = 0;
            if (disc > 0) {
                float rx = (ux - light.sunX) / rad, ry = (uy - light.sunY) / rad;
                if (moon) {
                    float m = .5f + .5f * Noise.fbm(rx * 1.6f + 4, ry * 1.6f, 77, 4);
                    float v = (.62f + .38f * step(.2f, .6f, m)) * sqrt(Math.max(.05f, 1 - .55f * (rx * rx + ry * ry)));
                    for (int i = 0; i < 3; i++)
                        o[i] = mix(o[i], (1.15f - .05f * i) * v * 1.1f, disc * Math.max(cl, sunClear));
                } else {
                    float k = sunClear;
                    for (int i = 0; i < 3; i++) o[i] = mix(o[i], light.sun[i] * 2.6f + .4f, disc * k);
                }
            }
        }
        if (composer.has(Thing.RAINBOW)) rainbow(ux, uy, uz, o, 1);
    }

    public void rainbow(float ux, float uy, float uz, float[] o, float k) {
        float m = -(ux * light.sunX + uy * light.sunY + uz * light.sunZ);
        if (m < .55f) return;
        float a = sqrt(2 - 2 * m) * (1 + (1 - m) / 12) * 57.29578f; // angle from the antisolar point, degrees
        float fade = k * (.35f + .65f * step(.0f, .12f, uy + .05f)) * .34f, q = light.sun[1] / 4.8f;
        for (int i = 0; i < 3; i++) {
            float ctr = i == 0 ? 42.3f : i == 1 ? 41.45f : 40.6f, c2 = i == 0 ? 50.6f : i == 1 ? 51.8f : 53.1f;
            o[i] += q * fade * (bell(a, ctr, .62f) + .30f * bell(a, c2, 1.0f) + .10f * step(42, 37, a));
        }
    }
}
