package io.heliograph.plugins.procedural.underwater;

import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.sky.Frame;
import java.util.ArrayList;
import java.util.List;

/** What lives under water, from far to near: corals, kelp, fish, jellyfish and bubbles. */
public final class Reef {
    private final Composer composer;
    private final Terrain ground;
    private final int salt;
    private final Sea sea;
    private final Coral coral;
    private final Fish fish;

    public Reef(Composer composer, Terrain ground, Sea sea) {
        this.composer = composer;
        this.ground = ground;
        this.sea = sea;
        salt = composer.salt;
        coral = new Coral(sea);
        fish = new Fish(sea);
    }

    public void draw(Frame frame, float time) {
        Camera camera = frame.camera;
        int width = camera.width(), height = camera.height();
        Brush brush = new Brush(frame.rgb.rgb, width, height, 3, frame.depth);
        for (float[] a : population(new Rng(composer.seed ^ 0xf15bL))) {
            float z = a[0], u = camera.focal() / z;
            brush.distance = z;
            brush.alpha = 1;
            switch ((int) a[1]) {
                case 0 -> {
                    float x = (a[2] - .5f) * 1.15f * z / composer.focal, y = ground.height(x, z, z);
                    if (Noise.fbm(x / 5, z / 5, salt + 40, 2) < -.12f) break;
                    brush.distance = z * .96f;
                    coral.draw(brush, camera, camera.column(x, z), camera.row(y - .05f, z), u, a[3], a[4], z);
                }
                case 1 -> kelp(brush, camera, a, time);
                case 2 -> {
                    float px = a[2] * width + time * width * .012f * (1 + a[5]), py = camera.horizon() + a[3] * height;
                    fish.draw(brush, camera, px, py, a[6] * u * (.8f + .4f * a[5]), a[4], a[5], z, time);
                }
                case 3 ->
                    Jellyfish.draw(
                            brush,
                            camera,
                            frame,
                            a[2] * width,
                            (a[3] + .5f) * height - 4 * sin(time + a[4] * 6),
                            .55f * u * (.6f + .6f * a[5]),
                            a[4],
                            z,
                            time);
                default -> bubble(brush, camera, a, time);
            }
        }
        sea.rays(frame, time);
    }

    /** Everything there is: distance, kind, and the numbers each kind is drawn from. */
    private List<float[]> population(Rng rng) {
        SceneSpec spec = composer.spec;
        boolean kelp = spec.has(Thing.KELP) || (!spec.any(Thing.CORAL, Thing.JELLYFISH) && rng.chance(.5f)),
                coral = spec.has(Thing.CORAL) || (!spec.has(Thing.JELLYFISH) && (!kelp || rng.chance(.4f))),
                jelly = spec.has(Thing.JELLYFISH),
                fish = spec.has(Thing.FISH) || !jelly;
        List<float[]> all = new ArrayList<>(); // z, kind, u
        if (coral)
            for (int i = 0; i < 120; i++)
                all.add(new float[] {2.6f + 26 * square(rng.unit()), 0, rng.unit(), rng.unit(), rng.unit()});
        if (kelp)
            for (int i = 0; i < 70; i++)
                all.add(new float[] {5 + 24 * rng.unit(), 1, rng.unit(), rng.unit(), rng.unit()});
        if (fish) {
            int schools = 2 + rng.below(3);
            for (int k = 0; k < schools; k++) {
                float zc = rng.in(6, 17), uc = rng.in(.2f, .8f), vc = rng.in(-.32f, .10f), hue = rng.unit();
                int n = k == 0 ? 9 : 16 + rng.below(22);
                for (int i = 0; i < n; i++)
                    all.add(new float[] {
                        zc + rng.bell() * 1.2f,
                        2,
                        uc + rng.bell() * .13f,
                        vc + rng.bell() * .07f,
                        hue,
                        rng.unit(),
                        k == 0 ? .42f : .22f
                    });
            }
        }
        if (jelly)
            for (int i = 0; i < 9; i++)
                all.add(new float[] {
                    i == 0 ? 4.2f : 5 + 14 * rng.unit(),
                    3,
                    i == 0 ? .5f - composer.side * .16f : rng.unit(),
                    i == 0 ? -.10f : rng.in(-.42f, .2f),
                    rng.unit(),
                    rng.unit()
                });
        for (int i = 0; i < 46; i++) all.add(new float[] {2 + 9 * rng.unit(), 4, rng.unit(), rng.unit(), rng.unit()});
        all.sort((a, e) -> Float.compare(e[0], a[0]));
        return all;
    }

    private void kelp(Brush brush, Camera camera, float[] a, float time) {
        float z = a[0], u = camera.focal() / z;
        float[] col = new float[3];
        float x = (a[2] - .5f) * 1.3f * z / composer.focal;
        if (Math.abs(x / z) < .10f / composer.focal) return;
        float y = ground.height(x, z, z), len = 2.5f + 5.5f * a[3], px = camera.column(x, z), py = camera.row(y, z);
        float seg = len * u / 26, ph = a[4] * 9, cx = px, cy = py;
        for (int k = 0; k < 26; k++) {
            float t = k / 26f,
                    nx = px + u * (.35f * sin(t * 4 + ph + time * .8f) * t + .25f * t * sin(time * .5f)),
                    ny = py - seg * (k + 1);
            col[0] = .035f + .05f * t;
            col[1] = .10f + .14f * t;
            col[2] = .02f + .03f * t;
            sea.tint(col, 1.1f);
            sea.veil(camera, cx, cy, z, col);
            brush.colour(col).stroke(cx, cy, nx, ny, .035f * u, .03f * u);
            if (k > 1) {
                float sg = (k & 1) == 0 ? 1 : -1, length = (.34f - .14f * t) * u, an = sin(ph + k + time) * .25f;
                brush.ellipse(
                        nx + sg * length * .55f,
                        ny - length * .22f,
                        length * .55f,
                        length * .13f,
                        sg * (-.55f + an),
                        1);
            }
            cx = nx;
            cy = ny;
        }
    }

    private void bubble(Brush brush, Camera camera, float[] a, float time) {
        int width = camera.width(), height = camera.height();
        float z = a[0], u = camera.focal() / z;
        float[] col = new float[3];
        float px = (.5f + (a[2] > .5f ? .18f : -.25f) + (a[3] - .5f) * .08f) * width,
                py = fract(a[4] - time * .12f) * height,
                r = (.008f + .018f * a[3]) * u;
        brush.alpha = .35f;
        col[0] = .5f;
        col[1] = .75f;
        col[2] = .8f;
        sea.veil(camera, px, py, z, col);
        brush.colour(col).ellipse(px, py, r, r, 0, 1);
        brush.alpha = .5f;
        brush.colour(1, 1.2f, 1.2f).ellipse(px - r * .3f, py - r * .35f, r * .3f, r * .25f, 0, 1);
    }
}
