package io.heliograph.plugins.procedural.underwater;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.land.Hit;
import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import io.heliograph.plugins.procedural.sky.Frame;

/** The water itself, seen from within: its colour, its surface from below, caustics on the ground, and how it swallows colours. */
public final class Sea {
    private final Composer composer;
    private final Light light;
    private final int salt;
    final float sunX;
    private final float deep;

    public Sea(Composer composer) {
        this.composer = composer;
        salt = composer.salt;
        light = composer.light;
        Rng rng = new Rng(composer.seed ^ 0x0ceaL);
        sunX = -composer.side * rng.in(.08f, .26f);
        deep = rng.in(.85f, 1.15f);
    }

    /** Water colour looking along a pixel's ray. */
    void water(Camera camera, float px, float py, float[] o) {
        float dx = camera.dx(px),
                dy = camera.dy(py),
                up = clamp(.5f + dy * .95f),
                near = exp(-square((dx - sunX) / .55f)) * step(-.2f, .6f, dy);
        float t = up * up * (3 - 2 * up);
        o[0] = mix(.0015f, .045f, t * t) * deep + .10f * near * t * t;
        o[1] = mix(.018f, .33f, t) * deep + .30f * near * t * t;
        o[2] = mix(.055f, .55f, t) * deep + .28f * near * t * t;
        if (composer.variety > .6f) {
            o[2] *= .74f;
            o[1] *= 1.05f;
        }
        if (composer.spec.dark()) for (int i = 0; i < 3; i++) o[i] *= .22f;
    }

    public void background(Camera camera, float px, float py, float time, float[] o) {
        water(camera, px, py, o);
        float dy = camera.dy(py), dx = camera.dx(px);
        if (dy < .12f) return;
        float h = 9, t = h / dy, x = dx * t, z = t;
        float w = Noise.fbm(x * .34f + time * .3f, z * .34f, salt + 21, 4),
                n = Noise.fbm(x * .7f + w * 1.4f, z * .7f - time * .2f, salt + 20, 4);
        float k = step(.12f, .7f, dy), sh = step(.12f, .55f, n + .12f) * k;
        float sun = exp(-(square(dx - sunX + .05f * w) * 14 + square(dy - .62f + .05f * n) * 20)) * 2.6f;
        float dark = composer.spec.dark() ? .25f : 1;
        o[0] += dark * (.20f * sh + sun * .8f);
        o[1] += dark * (.34f * sh + sun);
        o[2] += dark * (.34f * sh + sun * .95f);
    }

    float caustic(float x, float z, float time) {
        float a = 1;
        float[] n = new float[5];
        for (int k = 0; k < 2; k++) {
            float f = k == 0 ? .85f : 1.5f,
                    wx = .5f * Noise.at(x * .7f + time * .4f, z * .7f + k * 9, salt + 30 + k),
                    wz = .5f * Noise.at(x * .7f + 5, z * .7f - time * .35f, salt + 32 + k);
            Noise.cells(x * f + wx + time * .12f, z * f + wz, salt + 34 + k, n);
            a = Math.min(a, k == 0 ? n[1] - n[0] : (n[1] - n[0]) * 1.3f + .05f);
        }
        return .55f + 1.9f * pow(1 - Math.min(1, a * 1.3f), 5);
    }

    public void shade(Hit hit, Camera camera, float px, float py, float t, float time) {
        float ca = caustic(hit.x + hit.y * .3f, hit.z, time), far = step(26, 6, t);
        for (int i = 0; i < 3; i++) hit.rgb[i] *= mix(.95f, ca, far * clamp(hit.ny * 1.2f));
        veil(camera, px, py, t, hit.rgb);
    }

    /** Colours sink into the blue with distance, red first. */
    void veil(Camera camera, float px, float py, float t, float[] rgb) {
        float[] w = new float[3];
        water(camera, px, py, w);
        float d = t * .052f;
        float[] k = {exp(-d * 1.9f), exp(-d * 1.05f), exp(-d * .9f)};
        for (int i = 0; i < 3; i++) rgb[i] = rgb[i] * k[i] + w[i] * (1 - exp(-d * 1.15f));
    }

    /** Light of the open water on a colour. */
    void tint(float[] col, float k) {
        for (int i = 0; i < 3; i++) col[i] *= (light.sun[i] * .30f + light.ambient[i]) * k;
    }

    void rays(Frame frame, float time) {
        Camera camera = frame.camera;
        int width = camera.width(), height = camera.height();
        float sx = width * .5f + sunX * camera.focal(), sy = -height * .45f, dark = composer.spec.dark() ? .3f : 1;
        composer.workers.each(height, y -> {
            for (int x = 0; x < width; x++) {
                float dx = (x - sx) / height,
                        dy = (y - sy) / height,
                        a = dx / dy,
                        n =
                                Noise.at(a * 16 + time * .15f, time * .1f, salt + 60)
                                        + .6f * Noise.at(a * 41 - time * .2f, 2, salt + 61),
                        k = step(.12f, 1.1f, n + .1f) * exp(-dy * .85f) * exp(-square(a / .8f)) * .62f * dark,
                        near = Math.min(1, frame.depth[y * width + x] / 14f);
                k *= .35f + .65f * near;
                int o = (y * width + x) * 3;
                frame.rgb.rgb[o] += k * .30f;
                frame.rgb.rgb[o + 1] += k * .78f;
                frame.rgb.rgb[o + 2] += k * .85f;
            }
        });
    }
}
