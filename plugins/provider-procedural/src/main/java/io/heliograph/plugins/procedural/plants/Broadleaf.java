package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.TAU;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.scene.Light;
import java.util.ArrayList;
import java.util.List;

/** A leafy tree: a branching skeleton with a ball of leaves at every end. */
final class Broadleaf {
    private Broadleaf() {}

    static Sprite draw(Light light, Rng rng, float[] leaf, float spread, int height) {
        SpriteMaker maker = new SpriteMaker(light, rng, .95f * spread + .1f);
        float[] bark = rgb(.085, .066, .05);
        List<float[]> ends = new ArrayList<>();
        grow(maker, rng, 0, 0, 0, rng.in(-.06f, .06f), 1, rng.in(-.05f, .05f), .26f, .026f, 0, bark, ends, spread);
        for (float[] e : ends) {
            float radius = .095f * rng.in(.75f, 1.35f);
            int n = (int) (210 * rng.in(.8f, 1.2f));
            float tone = rng.in(.8f, 1.15f);
            for (int k = 0; k < n; k++) {
                float z = rng.in(-1, 1),
                        a = rng.in(0, TAU),
                        rr = sqrt(1 - z * z),
                        u = .45f + .55f * sqrt(rng.unit()),
                        nx = rr * cos(a),
                        ny = z,
                        nz = rr * sin(a);
                float ox = e[0] + nx * radius * u * 1.25f,
                        oy = e[1] + ny * radius * u * .85f,
                        oz = e[2] + nz * radius * u * 1.25f;
                float gx = ox,
                        gy = oy - .62f,
                        gz = oz,
                        out =
                                clamp(.30f
                                        + (gx * light.sunX + gy * light.sunY + gz * light.sunZ) * 1.9f
                                        + .35f * (nx * light.sunX + ny * light.sunY + nz * light.sunZ));
                float v = tone * rng.in(.7f, 1.3f);
                float[] c = {leaf[0] * v * rng.in(.9f, 1.1f), leaf[1] * v, leaf[2] * v};
                maker.leaf(
                        ox,
                        oy,
                        oz,
                        .0080f * rng.in(.6f, 1.3f),
                        .0058f * rng.in(.6f, 1.2f),
                        rng.in(0, 3.1f),
                        c,
                        nx + gx,
                        ny + gy + .2f,
                        nz + gz,
                        clamp(.30f + .40f * u + .35f * (oy - .4f) + .2f * ny),
                        .35f + .75f * out);
            }
        }
        return maker.draw(height);
    }

    private static void grow(
            SpriteMaker maker,
            Rng rng,
            float x,
            float y,
            float z,
            float dx,
            float dy,
            float dz,
            float len,
            float wd,
            int level,
            float[] bark,
            List<float[]> ends,
            float spread) {
        float n = 1 / sqrt(dx * dx + dy * dy + dz * dz);
        dx *= n;
        dy *= n;
        dz *= n;
        int k = 10 + (int) (len * 90);
        float bx = rng.in(-.12f, .12f), bz = rng.in(-.12f, .12f);
        for (int i = 0; i < k; i++) {
            float t = i / (float) k;
            maker.leaf(
                    x,
                    y,
                    z,
                    wd * (1 - .4f * t) * .5f + .001f,
                    Math.max(.005f, len / k),
                    0,
                    bark,
                    maker.light.sunX > 0 ? .7f : -.7f,
                    .3f,
                    -.7f,
                    .45f,
                    .55f);
            dx += bx / k;
            dz += bz / k;
            x += dx * len / k;
            y += dy * len / k;
            z += dz * len / k;
        }
        if (level >= 1) ends.add(new float[] {x, y, z});
        if (level < 3) {
            int c = level == 0 ? 4 + rng.below(3) : 2 + rng.below(2);
            float ph = rng.in(0, TAU);
            for (int i = 0; i < c; i++) {
                float a = ph + TAU * i / c + rng.in(-.4f, .4f),
                        o = (level == 0 ? .75f : .8f) * spread * rng.in(.6f, 1.25f);
                grow(
                        maker,
                        rng,
                        x,
                        y,
                        z,
                        dx + o * cos(a),
                        dy * (level == 0 ? .95f : .7f),
                        dz + o * sin(a),
                        len * rng.in(.62f, .82f),
                        wd * .62f,
                        level + 1,
                        bark,
                        ends,
                        spread);
            }
        }
    }
}
