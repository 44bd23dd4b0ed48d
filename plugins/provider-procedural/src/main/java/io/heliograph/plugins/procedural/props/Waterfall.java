package io.heliograph.plugins.procedural.props;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.land.Falls;
import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import io.heliograph.plugins.procedural.sky.Frame;

/** Falling water before the wall of rock that the coast has built for it. */
final class Waterfall {
    private final Terrain ground;
    private final Light light;
    private final int salt;
    private final float fallX, fallZ, fallTop;

    Waterfall(Composer composer, Terrain ground) {
        this.ground = ground;
        light = composer.light;
        salt = composer.salt;
        float bx = 0, bz = 0, top = 0;
        if (ground.water && !ground.sea) {
            bx = Falls.x(composer);
            bz = Falls.z(composer) - 12;
            for (int k = 0; k < 40; k++) {
                if (ground.base(bx, bz) > 0) break;
                bz += 1;
            }
            top = ground.base(bx, bz + 18);
        }
        fallX = bx;
        fallZ = bz;
        fallTop = top;
    }

    boolean there() {
        return fallZ > 0;
    }

    void draw(Frame frame, Brush brush, float time) {
        Camera camera = frame.camera;
        float z = fallZ, wd = Math.max(2.2f, fallTop * .085f);
        int width = camera.width(), height = camera.height();
        float u = camera.focal() / (z - camera.z());
        float yTop = fallTop, yBot = Math.max(0, ground.base(fallX, z) - 1);
        float rt = camera.row(yTop + 1, z + 15), rb = camera.row(yBot, z);
        float px = camera.column(fallX, z);
        for (int r = Math.max(0, (int) rt); r < Math.min(height, rb + 2); r++) {
            float t = clamp((r - rt) / Math.max(1, rb - rt)),
                    half = wd * (.55f + .5f * t) * u,
                    ctr = px + u * wd * .5f * Noise.at(t * 3, 4, salt + 320);
            for (int x = Math.max(0, (int) (ctr - half - 2)); x <= Math.min(width - 1, (int) (ctr + half + 2)); x++) {
                float e = Math.abs(x + .5f - ctr) / half,
                        edge = step(1.05f, .55f, e + .35f * Noise.at(x * .35f, r * .03f - time * 2, salt + 321));
                if (edge <= 0) continue;
                float n = .62f + .38f * Noise.fbm(x / u * 2.2f, r * .022f * 900 / height - time * 2.4f, salt + 322, 4);
                int p = r * width + x;
                if (frame.depth[p] < z * .93f || frame.depth[p] > z + 40) continue;
                float k = edge * (.55f + .45f * t) * step(0, .04f, t + .02f);
                for (int q = 0; q < 3; q++) {
                    float v = .80f * n * (light.sun[q] * .22f + light.ambient[q] * 1.15f);
                    frame.rgb.rgb[p * 3 + q] = mix(frame.rgb.rgb[p * 3 + q], v, k);
                }
            }
        }
        float radius = wd * 2.0f * u;
        for (int i = 0; i < 26; i++) {
            float a = Noise.hash(i, 1, salt + 323), e = Noise.unit(i, 2, salt + 323);
            brush.distance = z * .86f;
            brush.alpha = .045f;
            brush.colour(
                            .6f * (light.sun[0] * .2f + light.ambient[0] * 1.2f),
                            .75f * (light.sun[1] * .2f + light.ambient[1] * 1.2f),
                            .75f * (light.sun[2] * .2f + light.ambient[2] * 1.2f))
                    .ellipse(
                            px + a * radius,
                            rb - e * radius * .4f + radius * .1f,
                            radius * (.4f + .6f * e),
                            radius * (.25f + .35f * e),
                            0,
                            radius * .6f);
        }
        brush.alpha = 1;
    }
}
