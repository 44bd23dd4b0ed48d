package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.scene.Light;
import java.util.ArrayList;
import java.util.List;

/** Builds a plant from some thousand small leaves in three dimensions. */
final class SpriteMaker {
    private final List<Leaf> leaves = new ArrayList<>();
    final Light light;
    final Rng rng;
    final float width;

    SpriteMaker(Light light, Rng rng, float width) {
        this.light = light;
        this.rng = rng;
        this.width = width;
    }

    void leaf(
            float x,
            float y,
            float z,
            float len,
            float wd,
            float ang,
            float[] c,
            float nx,
            float ny,
            float nz,
            float ao,
            float shade) {
        float n = 1 / sqrt(nx * nx + ny * ny + nz * nz + 1e-9f);
        leaves.add(new Leaf(x, y, z, len, wd, ang, c[0], c[1], c[2], nx * n, ny * n, nz * n, ao, shade));
    }

    Sprite draw(int height) {
        int width = Math.max(8, (int) (height * this.width));
        float[] a = new float[width * height * 7];
        leaves.sort((p, r) -> Float.compare(r.z, p.z));
        for (Leaf f : leaves) {
            float cx = width * .5f + f.x * height,
                    cy = height * (1 - f.y),
                    rx = Math.max(.7f, f.len * height),
                    ry = Math.max(.7f, f.wd * height),
                    m = Math.max(rx, ry) + 1,
                    ca = cos(f.ang),
                    sa = sin(f.ang);
            float nl = f.nx * light.sunX + f.ny * light.sunY + f.nz * light.sunZ,
                    thru = .22f * Math.max(0, light.sunZ),
                    lit = (Math.max(0, nl) * .85f + thru * (1 - f.ao * .4f) + .08f) * f.shade,
                    am = f.ao * (.62f + .38f * f.ny);
            for (int y = Math.max(0, floor(cy - m)); y <= Math.min(height - 1, floor(cy + m)); y++)
                for (int x = Math.max(0, floor(cx - m)); x <= Math.min(width - 1, floor(cx + m)); x++) {
                    float dx = x + .5f - cx,
                            dy = y + .5f - cy,
                            u = (dx * ca + dy * sa) / rx,
                            v = (-dx * sa + dy * ca) / ry,
                            d = u * u + v * v;
                    if (d >= 1.3f) continue;
                    float k = clamp((1.15f - d) * Math.min(rx, ry) * 1.2f);
                    if (k <= 0) continue;
                    int o = (y * width + x) * 7;
                    a[o] += (f.r * lit - a[o]) * k;
                    a[o + 1] += (f.g * lit - a[o + 1]) * k;
                    a[o + 2] += (f.b * lit - a[o + 2]) * k;
                    a[o + 3] += (f.r * am - a[o + 3]) * k;
                    a[o + 4] += (f.g * am - a[o + 4]) * k;
                    a[o + 5] += (f.b * am - a[o + 5]) * k;
                    a[o + 6] += (1 - a[o + 6]) * k;
                }
        }
        return new Sprite(width, height, a).withSmaller();
    }

    private record Leaf(
            float x,
            float y,
            float z,
            float len,
            float wd,
            float ang,
            float r,
            float g,
            float b,
            float nx,
            float ny,
            float nz,
            float ao,
            float shade) {}
}
