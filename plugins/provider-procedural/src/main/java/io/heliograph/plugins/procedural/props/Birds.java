package io.heliograph.plugins.procedural.props;

import static io.heliograph.plugins.procedural.maths.Num.TAU;
import static io.heliograph.plugins.procedural.maths.Num.sin;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;

/** A flock far off. */
final class Birds {
    private final Composer composer;
    private final Light light;

    Birds(Composer composer) {
        this.composer = composer;
        light = composer.light;
    }

    void draw(Brush brush, Camera camera, float time) {
        Rng rng = new Rng(composer.seed ^ 0xb12dL);
        float w = camera.width(),
                h = camera.height(),
                cx = w * (.5f - composer.side * rng.in(.08f, .22f)),
                cy = camera.horizon() * rng.in(.35f, .6f);
        int n = 7 + rng.below(9);
        brush.colour(light.ambient[0] * .16f, light.ambient[1] * .16f, light.ambient[2] * .16f);
        brush.alpha = .9f;
        for (int i = 0; i < n; i++) {
            float x = cx + rng.bell() * w * .11f + time * w * .012f,
                    y = cy + rng.bell() * h * .055f,
                    u = h * rng.in(.006f, .017f),
                    flap = sin(rng.in(0, TAU) + time * rng.in(5, 8)),
                    up = .28f + .5f * flap,
                    tilt = rng.in(-.2f, .2f);
            for (int sg = -1; sg <= 1; sg += 2) {
                float ex = x + sg * u,
                        ey = y - u * (up * .35f + sg * tilt),
                        mx = x + sg * u * .5f,
                        my = y - u * (up * .85f + sg * tilt * .5f);
                brush.stroke(x, y, mx, my, u * .22f, u * .20f);
                brush.stroke(mx, my, ex, ey, u * .20f, u * .05f);
            }
            brush.ellipse(x, y, u * .10f, u * .16f, .3f, 1);
        }
        brush.alpha = 1;
    }
}
