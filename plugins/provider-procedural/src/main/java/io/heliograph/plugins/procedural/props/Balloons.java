package io.heliograph.plugins.procedural.props;

import static io.heliograph.plugins.procedural.maths.Num.PI;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Num;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import io.heliograph.plugins.procedural.sky.Frame;

/** Hot air balloons. */
final class Balloons {
    private final Composer composer;
    private final Light light;
    private final PropLight paint;

    Balloons(Composer composer) {
        this.composer = composer;
        light = composer.light;
        paint = new PropLight(composer.light);
    }

    void draw(Frame frame, Brush brush, float time) {
        Camera camera = frame.camera;
        Rng rng = new Rng(composer.seed ^ 0xba11L);
        int n = 4 + rng.below(4);
        float[][] hues = {
            rgb(.62, .06, .04),
            rgb(.70, .36, .03),
            rgb(.05, .22, .48),
            rgb(.58, .52, .42),
            rgb(.10, .34, .16),
            rgb(.45, .08, .30)
        };
        for (int i = n - 1; i >= 0; i--) {
            float far = i == 0 ? 120 : 150 + 130 * i * rng.in(.8f, 1.4f),
                    sx = i == 0 ? .5f - composer.side * rng.in(.12f, .2f) : rng.in(.08f, .92f),
                    sy =
                            i == 0
                                    ? rng.in(.34f, .52f) * camera.horizon() / camera.height()
                                    : rng.in(.16f, .85f) * camera.horizon() / camera.height(),
                    radius = 11 / far * camera.focal(),
                    x = sx * camera.width() + time * 2,
                    y = sy * camera.height() - time * 1.5f;
            float[] a = hues[rng.below(6)], e = hues[rng.below(6)];
            float hz = 1 - exp(-far * light.haze * 2.5f);
            for (int yy = Math.max(0, floor(y - radius));
                    yy <= Math.min(camera.height() - 1, floor(y + radius * 1.35f));
                    yy++)
                for (int xx = Math.max(0, floor(x - radius));
                        xx <= Math.min(camera.width() - 1, floor(x + radius));
                        xx++) {
                    float v = (yy + .5f - y) / radius,
                            lim =
                                    v < 0
                                            ? sqrt(1 - v * v)
                                            : v < 1.35f
                                                    ? (1 - .64f * pow(v / 1.35f, 1.7f))
                                                            * sqrt(Math.max(0, 1 - .12f * v))
                                                    : 0,
                            u = (xx + .5f - x) / radius / Math.max(.01f, lim);
                    if (lim <= 0 || Math.abs(u) > 1.05f) continue;
                    float cov = clamp((1 - Math.abs(u)) * lim * radius + .5f)
                            * clamp((1.35f - v) * radius)
                            * clamp((v + 1) * radius + .3f);
                    float ang = Num.atan2(u, sqrt(Math.max(0, 1 - u * u))),
                            gore = fract(ang / PI * 8 + 8.25f),
                            nz = -sqrt(Math.max(0, 1 - u * u)) * .95f,
                            ny = v < 0 ? -v : -v * .55f,
                            nx = u,
                            nn = 1 / sqrt(nx * nx + ny * ny + nz * nz);
                    float nl = (nx * light.sunX + ny * light.sunY + nz * light.sunZ) * nn,
                            di = Math.max(0, nl) + .18f * Math.max(0, light.sunZ) * (1 - Math.abs(u));
                    int st = floor(ang / PI * 8 + 8.25f);
                    float[] p = (st & 1) == 0 ? a : e;
                    if (v > .12f && v < .34f) p = (st & 1) == 0 ? e : a;
                    float seam = .8f + .2f * step(0, .12f, Math.min(gore, 1 - gore));
                    float bulge = 1 + .12f * (gore - .5f) * (light.sunX > 0 ? 1 : -1);
                    brush.distance = far;
                    brush.alpha = 1;
                    float rr[] = new float[3];
                    for (int k = 0; k < 3; k++)
                        rr[k] = mix(
                                p[k]
                                        * seam
                                        * bulge
                                        * (light.sun[k] * .46f * di
                                                + light.ambient[k] * (.95f + .35f * ny * nn)
                                                + (light.night || composer.spec.time() == TimeOfDay.BLUE
                                                        ? (k == 0 ? .5f : k == 1 ? .3f : .1f) * step(-.3f, 1.2f, v)
                                                        : 0)),
                                frame.sky.fog[clamp(xx, 0, camera.width()) * 3 + k] * .9f,
                                hz);
                    brush.colour(rr).dot(xx, yy, cov);
                }
            float by = y + radius * 1.62f, bw = radius * .13f;
            brush.distance = far;
            brush.colour(paint.lit(.16f, .09f, .045f, .6f));
            brush.poly(x - bw, by, x + bw, by, x + bw * .85f, by + bw * 1.5f, x - bw * .85f, by + bw * 1.5f);
            brush.alpha = .7f;
            brush.stroke(x - radius * .28f, y + radius * 1.33f, x - bw, by, .7f, .7f);
            brush.stroke(x + radius * .28f, y + radius * 1.33f, x + bw, by, .7f, .7f);
            brush.alpha = 1;
        }
    }
}
