package io.heliograph.plugins.procedural.underwater;

import static io.heliograph.plugins.procedural.maths.Num.PI;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;

import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;

/** A fish of a school. */
final class Fish {
    private final Sea sea;

    Fish(Sea sea) {
        this.sea = sea;
    }

    void draw(Brush brush, Camera camera, float x, float y, float length, float hue, float v, float z, float time) {
        float[][] hues = {
            rgb(.75, .45, .05), rgb(.45, .52, .58), rgb(.12, .28, .62), rgb(.70, .16, .08), rgb(.62, .60, .16)
        };
        float[] top = hues[(int) (hue * 4.99f)].clone(),
                belly = mix(top, rgb(.8, .8, .75), .55f),
                fin = mix(top, rgb(.1, .1, .05), .25f);
        sea.tint(top, 1.2f);
        sea.tint(belly, .8f);
        sea.tint(fin, 1.1f);
        sea.veil(camera, x, y, z, top);
        sea.veil(camera, x, y, z, belly);
        sea.veil(camera, x, y, z, fin);
        float dir = hue > .5f ? 1 : -1, wag = sin(time * 6 + v * 9) * .12f, hgt = .36f + .14f * hue;
        brush.colour(fin)
                .poly(
                        x - dir * length * .40f,
                        y,
                        x - dir * length * .66f,
                        y - length * (.19f + wag),
                        x - dir * length * .58f,
                        y,
                        x - dir * length * .66f,
                        y + length * (.19f - wag));
        brush.poly(
                x + dir * length * .10f,
                y - length * hgt * .42f,
                x - dir * length * .22f,
                y - length * hgt * .72f,
                x - dir * length * .28f,
                y - length * hgt * .28f);
        brush.poly(
                x,
                y + length * hgt * .40f,
                x - dir * length * .2f,
                y + length * hgt * .60f,
                x - dir * length * .2f,
                y + length * hgt * .25f);
        int n = 18;
        float[] p = new float[4 * n], e = new float[4 * n];
        for (int i = 0; i < n; i++) {
            float t = i / (n - 1f),
                    prof = hgt * .5f * pow(sin(PI * pow(1 - t * .97f, .72f) * .985f + .01f), .8f) * length;
            float fx = x + dir * (length * .5f - t * length * .95f);
            p[2 * i] = fx;
            p[2 * i + 1] = y - prof;
            p[4 * n - 2 - 2 * i] = fx;
            p[4 * n - 1 - 2 * i] = y + prof;
            e[2 * i] = fx;
            e[2 * i + 1] = y + prof * .12f;
            e[4 * n - 2 - 2 * i] = fx;
            e[4 * n - 1 - 2 * i] = y + prof;
        }
        brush.colour(top).poly(p);
        brush.alpha = .8f;
        brush.colour(belly).poly(e);
        brush.alpha = 1;
        if (length > 9) {
            if (hue < .2f || (hue > .6f && hue < .8f)) {
                brush.alpha = .75f;
                brush.colour(belly[0] * 1.3f, belly[1] * 1.3f, belly[2] * 1.3f);
                for (int k = 0; k < 2; k++) {
                    float fx = x + dir * length * (.20f - .30f * k), hh = length * hgt * (.43f - .07f * k);
                    brush.stroke(fx, y - hh, fx - dir * length * .03f, y + hh, length * .055f, length * .055f);
                }
                brush.alpha = 1;
            }
            float ex = x + dir * length * .36f, ey = y - length * hgt * .10f;
            brush.colour(belly[0] * 1.4f, belly[1] * 1.4f, belly[2] * 1.4f)
                    .ellipse(ex, ey, length * .042f, length * .042f, 0, 1);
            brush.colour(.003f, .004f, .006f).ellipse(ex, ey, length * .024f, length * .024f, 0, 1);
            brush.colour(fin)
                    .poly(
                            x + dir * length * .12f,
                            y + length * .02f,
                            x - dir * length * .08f,
                            y + length * .12f,
                            x - dir * length * .04f,
                            y + length * .01f);
        }
    }
}
