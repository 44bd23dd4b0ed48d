package io.heliograph.plugins.procedural.props;

import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.sin;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;

/** Rain and falling snow. */
final class Weather {
    private final Light light;
    private final int salt;

    Weather(Composer composer) {
        light = composer.light;
        salt = composer.salt;
    }

    void rain(Brush brush, Camera camera, float time) {
        for (int i = 0; i < 1100; i++) {
            float d = Noise.unit(i, 1, salt + 400),
                    x = Noise.unit(i, 2, salt + 400) * 1.2f * camera.width() - .1f * camera.width(),
                    y = fract(Noise.unit(i, 3, salt + 400) + time * (1.6f + d)) * camera.height() * 1.1f,
                    len = camera.height() * (.02f + .05f * d);
            brush.alpha = .05f + .12f * d;
            brush.colour(
                            light.horizon[0] * .6f + light.ambient[0],
                            light.horizon[1] * .6f + light.ambient[1],
                            light.horizon[2] * .6f + light.ambient[2])
                    .stroke(x, y, x - len * .12f, y + len, .6f + .8f * d, .3f);
        }
    }

    void snow(Brush brush, Camera camera, float time) {
        for (int i = 0; i < 900; i++) {
            float d = Noise.unit(i, 1, salt + 410),
                    d3 = d * d * d,
                    x =
                            fract(Noise.unit(i, 2, salt + 410) + time * .02f * (1 + d) + .01f * sin(time * 1.5f + i))
                                    * camera.width(),
                    y = fract(Noise.unit(i, 3, salt + 410) + time * (.06f + .12f * d)) * camera.height(),
                    r = camera.height() * (.0011f + .0065f * d3);
            brush.alpha = .75f - .45f * d3;
            float v = .55f;
            brush.colour(
                            light.horizon[0] * v + light.ambient[0] * 1.4f,
                            light.horizon[1] * v + light.ambient[1] * 1.4f,
                            light.horizon[2] * v + light.ambient[2] * 1.4f)
                    .ellipse(x, y, r, r, 0, 1 + r * .8f);
        }
    }
}
