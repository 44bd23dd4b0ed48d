package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import io.heliograph.plugins.procedural.sky.Frame;
import java.util.List;

/** Long soft shadows of the nearer trees. */
final class TreeShadows {
    private final Composer composer;
    private final Terrain ground;
    private final Light light;

    TreeShadows(Composer composer, Terrain ground) {
        this.composer = composer;
        this.ground = ground;
        light = composer.light;
    }

    void draw(Frame frame, List<Tree> trees) {
        if (light.sunY < .03f || light.night) return;
        Camera camera = frame.camera;
        int w = camera.width(), h = camera.height();
        float[] m = new float[w * h];
        float ty = Math.min(5, sqrt(square(light.sunX) + square(light.sunZ)) / light.sunY),
                run = sqrt(square(light.sunX) + square(light.sunZ)),
                ux = -light.sunX / run,
                uz = -light.sunZ / run;
        for (Tree tree : trees) {
            float z = tree.z() - camera.z();
            if (z > 260 || z < 4 || tree.sun() < .4f) continue;
            float radius = tree.height() * tree.sprite().aspect * .30f;
            int n = 14;
            for (int i = 0; i < n; i++) {
                float u = (i + .3f) / n,
                        len = tree.height() * ty * u,
                        x = tree.x() + ux * len,
                        zz = tree.z() + uz * len;
                if (zz - camera.z() < 2) break;
                float y = ground.base(x, zz);
                if (ground.water && y < 0) break;
                float d = zz - camera.z(),
                        px = camera.column(x, zz),
                        py = camera.row(y, zz),
                        rr =
                                radius
                                        * (tree.sprite().aspect > .8f
                                                ? .5f + 1.4f * u * (1 - u) * 2
                                                : 1.1f * (1 - u) + .1f),
                        rx =
                                (rr * (1 + .8f * Math.abs(ux) * ty / n * tree.height() / radius * .6f))
                                        / d
                                        * camera.focal(),
                        ry =
                                Math.max(
                                        1.2f,
                                        rr
                                                * Math.max(.06f, (camera.y() - y) / d)
                                                * (1 + Math.abs(uz) * ty * tree.height() / n / radius)
                                                / d
                                                * camera.focal());
                int x0 = Math.max(0, floor(px - rx)),
                        x1 = Math.min(w - 1, floor(px + rx)),
                        y0 = Math.max(0, floor(py - ry)),
                        y1 = Math.min(h - 1, floor(py + ry));
                for (int b = y0; b <= y1; b++)
                    for (int a = x0; a <= x1; a++) {
                        float e = square((a + .5f - px) / rx) + square((b + .5f - py) / ry);
                        if (e < 1) {
                            int o = b * w + a;
                            if (Math.abs(frame.depth[o] - d) < d * .25f + rr) m[o] = Math.max(m[o], (1 - e) * 1.4f);
                        }
                    }
            }
        }
        float str = composer.spec.time() == TimeOfDay.DAY ? .55f : .42f;
        for (int i = 0; i < m.length; i++)
            if (m[i] > 0) {
                float k = 1 - str * Math.min(1, m[i]);
                for (int q = 0; q < 3; q++) frame.rgb.rgb[i * 3 + q] *= k + (q == 2 ? .04f * (1 - k) : 0);
            }
    }
}
