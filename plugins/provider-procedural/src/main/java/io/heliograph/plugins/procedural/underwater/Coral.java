package io.heliograph.plugins.procedural.underwater;

import static io.heliograph.plugins.procedural.maths.Num.PI;
import static io.heliograph.plugins.procedural.maths.Num.TAU;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;

/** Corals: branches, fans, tubes and domes. */
final class Coral {
    private final Sea sea;

    Coral(Sea sea) {
        this.sea = sea;
    }

    void draw(Brush brush, Camera camera, float x, float y, float u, float kind, float v, float z) {
        float[][] hues = {
            rgb(.62, .16, .13),
            rgb(.70, .34, .09),
            rgb(.50, .13, .38),
            rgb(.62, .50, .16),
            rgb(.26, .18, .50),
            rgb(.75, .42, .42),
            rgb(.16, .36, .30)
        };
        float[] col = hues[(int) (v * 6.99f)].clone();
        sea.tint(col, 1.35f);
        float dk[] = {col[0] * .45f, col[1] * .45f, col[2] * .5f};
        sea.veil(camera, x, y, z, col);
        sea.veil(camera, x, y, z, dk);
        Rng rng = new Rng(((long) (kind * 1e6)) * 31 + (long) (v * 1e6));
        if (kind < .4f) branch(brush, rng, x, y, (.16f + .20f * v) * u, -PI / 2, .055f * u, 5, col, dk);
        else if (kind < .62f) {
            float radius = (.30f + .35f * v) * u;
            for (int i = 0; i < 120; i++) {
                float t = rng.unit(), an = -PI / 2 + rng.in(-1.15f, 1.15f);
                float r0 = radius * t, ex = x + cos(an) * r0, ey = y + sin(an) * r0;
                brush.colour(mix(dk, col, .3f + .7f * t))
                        .stroke(x + cos(an) * r0 * .35f, y + sin(an) * r0 * .35f, ex, ey, .022f * u, .012f * u);
            }
            brush.colour(dk).stroke(x, y, x, y - radius * .4f, .06f * u, .03f * u);
        } else if (kind < .82f) {
            int n = 4 + rng.below(5);
            for (int i = 0; i < n; i++) {
                float ox = rng.in(-.28f, .28f) * u, hh = rng.in(.18f, .55f) * u, r = rng.in(.04f, .08f) * u;
                brush.colour(mix(dk, col, .55f))
                        .poly(x + ox - r * .8f, y, x + ox + r * .8f, y, x + ox + r, y - hh, x + ox - r, y - hh);
                brush.colour(col)
                        .poly(
                                x + ox - r * .7f,
                                y,
                                x + ox - r * .1f,
                                y,
                                x + ox - r * .1f,
                                y - hh,
                                x + ox - r * .9f,
                                y - hh);
                brush.colour(col[0] * 1.2f, col[1] * 1.2f, col[2] * 1.2f)
                        .ellipse(x + ox, y - hh, r * 1.05f, r * .42f, 0, 1);
                brush.colour(dk[0] * .5f, dk[1] * .5f, dk[2] * .6f).ellipse(x + ox, y - hh, r * .7f, r * .25f, 0, 1);
            }
        } else {
            float radius = (.16f + .22f * v) * u;
            for (int i = 0; i < 12; i++) {
                float t = i / 12f;
                brush.colour(mix(dk, col, t))
                        .ellipse(
                                x - radius * .12f * t,
                                y - radius * .35f - radius * .18f * t,
                                radius * (1 - t * .75f),
                                radius * .75f * (1 - t * .72f),
                                0,
                                1.2f);
            }
            for (int i = 0; i < 60; i++) {
                float an = rng.in(0, TAU), t = sqrt(rng.unit()) * .9f;
                brush.alpha = .4f;
                brush.colour(dk)
                        .ellipse(
                                x + cos(an) * radius * t,
                                y - radius * .4f + sin(an) * radius * .65f * t,
                                radius * .06f,
                                radius * .03f,
                                rng.in(0, 3),
                                1);
            }
            brush.alpha = 1;
        }
    }

    private void branch(
            Brush brush, Rng rng, float x, float y, float len, float an, float wd, int level, float[] col, float[] dk) {
        float ex = x + cos(an) * len, ey = y + sin(an) * len, t = 1 - level / 5f;
        brush.colour(mix(dk, col, .35f + .65f * t)).stroke(x, y, ex, ey, wd, wd * .78f);
        brush.colour(mix(dk, col, Math.min(1, .6f + .6f * t)))
                .stroke(x - wd * .2f, y, ex - wd * .2f, ey, wd * .35f, wd * .3f);
        if (level == 0) {
            brush.colour(col[0] * 1.25f, col[1] * 1.25f, col[2] * 1.25f).ellipse(ex, ey, wd * .55f, wd * .55f, 0, 1);
            return;
        }
        int n = rng.chance(.35f) ? 3 : 2;
        for (int i = 0; i < n; i++)
            branch(
                    brush,
                    rng,
                    ex,
                    ey,
                    len * rng.in(.66f, .86f),
                    an + (i - (n - 1) * .5f) * rng.in(.5f, .85f) + rng.in(-.12f, .12f),
                    wd * .74f,
                    level - 1,
                    col,
                    dk);
    }
}
