package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.sin;

import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Mirror;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.props.Props;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import io.heliograph.plugins.procedural.sky.Frame;
import io.heliograph.plugins.procedural.sky.Haze;
import io.heliograph.plugins.procedural.sky.Sky;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trees, grass, reeds and flowers, and the single things that stand among them. */
public final class Vegetation {
    private final Light light;
    private final List<Tree> trees;
    private final Grass grass;
    private final TreeShadows shadows;
    private final Props props;

    public Vegetation(Composer composer, Terrain ground) {
        light = composer.light;
        props = new Props(composer, ground);
        grass = new Grass(composer, ground);
        shadows = new TreeShadows(composer, ground);
        if (composer.spec.family() == Family.LANDSCAPE) {
            Rng rng = new Rng(composer.seed ^ 0x7eeeL);
            trees = new Planting(composer, ground).trees(rng);
            grass.grow(rng);
        } else trees = List.of();
    }

    public void draw(Frame frame, Haze haze, float time) {
        Camera camera = frame.camera;
        props.behind(frame, time);
        if (!trees.isEmpty()) shadows.draw(frame, trees);
        trees(
                frame.rgb.rgb,
                camera.width(),
                camera.height(),
                3,
                frame.depth,
                camera,
                haze,
                frame.sky,
                false,
                time,
                null);
        if (!grass.none()) grass.draw(frame, time);
        props.front(frame, time);
    }

    public void mirror(Mirror mirror, Haze haze, Sky sky, Camera camera, float time) {
        if (!trees.isEmpty())
            trees(mirror.rgba, mirror.width, mirror.height, 4, mirror.far, camera, haze, sky, true, time, mirror);
        props.mirror(mirror, camera, time);
    }

    private void trees(
            float[] out,
            int width,
            int height,
            int ch,
            float[] depth,
            Camera camera,
            Haze haze,
            Sky sky,
            boolean mirror,
            float time,
            @Nullable Mirror panel) {
        float k = panel != null ? 1f / panel.step : 1;
        float[] hz = new float[3], fog = new float[3], sun = new float[3], amb = new float[3];
        for (Tree tree : trees) {
            float z = tree.z() - camera.z();
            if (z < 3) continue;
            float px = camera.column(tree.x(), tree.z()),
                    hpx = tree.height() / z * camera.focal() * k,
                    py = mirror ? ((tree.y() + camera.y()) / z * camera.focal()) * k : camera.row(tree.y(), tree.z());
            float x = px * k;
            if (x < -hpx || x > width + hpx || hpx < .8f) continue;
            if (mirror && py > height) continue;
            if (!mirror && (py - hpx > height || py < 0)) continue;
            float dx = camera.dx(px), dy = (tree.y() - camera.y()) / z;
            hz[0] = hz[1] = hz[2] = 0;
            haze.apply(
                    sky,
                    camera,
                    clamp(px, 0, camera.width()),
                    dx,
                    dy,
                    z,
                    tree.y() + tree.height() * .4f,
                    tree.x(),
                    tree.z(),
                    hz);
            int i = clamp((int) px, 0, camera.width()) * 3;
            float fg = sky.fog[i + 1] * .92f, fr = fg <= 0 ? 0 : clamp(hz[1] / fg);
            for (int q = 0; q < 3; q++) {
                fog[q] = sky.fog[i + q] * .92f;
                float tint = q == 0 ? 1 + .25f * tree.warm() : q == 2 ? 1 - .2f * tree.warm() : 1;
                sun[q] = light.sun[q] * .70f * tree.sun() * tree.tone() * tint;
                amb[q] = light.ambient[q] * 1.5f * tree.tone() * tint;
            }
            tree.sprite()
                    .paint(
                            out,
                            width,
                            height,
                            ch,
                            depth,
                            x,
                            py + (mirror ? 0 : hpx * .015f),
                            hpx,
                            tree.flip(),
                            mirror,
                            z * .985f - .2f,
                            sun,
                            amb,
                            fog,
                            fr,
                            1,
                            time == 0 ? 0 : .012f * sin(time * 1.3f + tree.x()));
        }
    }
}
