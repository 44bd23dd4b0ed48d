package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.TAU;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.sin;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.scene.Light;

/** Paints one flower head: poppy cup, sunflower, spike or daisy. */
final class FlowerHead {
    private final Light light;
    private final int salt;

    FlowerHead(Light light, int s) {
        this.light = light;
        this.salt = s;
    }

    void draw(
            Brush brush, int kind, float x, float y, float r, float[] c3, float[] sun, float lit, int id, float bend) {
        float v = .8f + .4f * Noise.unit(id, 3, salt);
        float red = c3[0] * v * (sun[0] * lit * 1.15f + light.ambient[0] * 1.2f),
                green = c3[1] * v * (sun[1] * lit * 1.15f + light.ambient[1] * 1.2f),
                blue = c3[2] * v * (sun[2] * lit * 1.15f + light.ambient[2] * 1.2f);
        float tilt = (Noise.unit(id, 5, salt) - .5f) * .9f, flat = .55f + .4f * Noise.unit(id, 6, salt);
        if (r < 1.6f && kind != 3) {
            brush.colour(red, green, blue).ellipse(x, y, Math.max(.8f, r), Math.max(.7f, r * .8f), 0, 1);
            return;
        }
        switch (kind) {
            case 1 -> { // cup of four or five petals
                for (int k = 0; k < 5; k++) {
                    float a = tilt + TAU * k / 5 + .3f, sh = .68f + .32f * (k % 2 == 0 ? 1 : .2f);
                    brush.colour(red * sh, green * sh, blue * sh)
                            .ellipse(
                                    x + cos(a) * r * .42f,
                                    y + sin(a) * r * .36f * flat,
                                    r * .62f,
                                    r * .50f * flat + .2f,
                                    a,
                                    1);
                }
                brush.colour(red * 1.25f, green * 1.25f + .004f, blue * 1.25f)
                        .ellipse(x, y - r * .18f * flat, r * .55f, r * .30f * flat, tilt * .3f, 1.2f);
                brush.colour(red * .12f, green * .12f + .004f, blue * .12f + .004f)
                        .ellipse(x, y - r * .02f, r * .16f, r * .13f, 0, 1);
            }
            case 2 -> { // sunflower
                brush.colour(red * .60f, green * .40f, blue * .4f);
                for (int k = 0; k < 18; k++) {
                    float a = TAU * (k + .5f) / 18 + tilt;
                    brush.ellipse(x + cos(a) * r * .74f, y + sin(a) * r * .74f * flat, r * .34f, r * .12f, a, 1);
                }
                brush.colour(red, green, blue);
                for (int k = 0; k < 18; k++) {
                    float a = TAU * k / 18 + tilt, sh = .85f + .3f * Noise.unit(id, k, salt);
                    brush.colour(red * sh, green * sh * .84f, blue)
                            .ellipse(x + cos(a) * r * .66f, y + sin(a) * r * .66f * flat, r * .36f, r * .13f, a, 1);
                }
                brush.colour(
                                .05f * (sun[0] * lit + light.ambient[0]),
                                .028f * (sun[1] * lit + light.ambient[1]),
                                .014f * (sun[2] * lit + light.ambient[2]))
                        .ellipse(x, y, r * .50f, r * .50f * flat, 0, 1);
                brush.colour(
                                .10f * (sun[0] * lit + light.ambient[0]),
                                .06f * (sun[1] * lit + light.ambient[1]),
                                .02f * (sun[2] * lit + light.ambient[2]))
                        .ellipse(x - r * .05f, y - r * .06f, r * .30f, r * .28f * flat, 0, r * .3f);
            }
            case 3 -> { // spike
                for (int k = 0; k < 7; k++) {
                    float t = k / 7f, sh = .7f + .5f * Noise.unit(id, k, salt);
                    brush.colour(red * sh, green * sh, blue * sh)
                            .ellipse(
                                    x - bend * .12f * (1 - t) * 0 + r * .35f * (Noise.unit(id, k + 20, salt) - .5f),
                                    y + r * 3.2f * (1 - t) - r,
                                    Math.max(.7f, r * (.62f - .35f * t)),
                                    Math.max(.7f, r * .55f),
                                    0,
                                    1);
                }
            }
            default -> { // daisy
                for (int k = 0; k < 12; k++) {
                    float a = TAU * k / 12 + tilt, sh = .8f + .25f * Noise.unit(id, k, salt);
                    brush.colour(red * sh, green * sh, blue * sh)
                            .ellipse(x + cos(a) * r * .58f, y + sin(a) * r * .58f * flat, r * .44f, r * .17f, a, 1);
                }
                brush.colour(
                                .55f * (sun[0] * lit + light.ambient[0]),
                                .34f * (sun[1] * lit + light.ambient[1]),
                                .03f * (sun[2] * lit + light.ambient[2]))
                        .ellipse(x, y, r * .26f, r * .26f * flat, 0, 1);
            }
        }
    }
}
