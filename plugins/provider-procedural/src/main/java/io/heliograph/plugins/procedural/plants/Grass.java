package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.exp2;
import static io.heliograph.plugins.procedural.maths.Num.log2;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.sin;

import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import io.heliograph.plugins.procedural.sky.Frame;
import java.util.ArrayList;
import java.util.List;

/** Grass, reeds and flowers near the camera: where they grow and how they are drawn. */
final class Grass {
    private static final float[] NO_PETALS = {};
    private final Composer composer;
    private final Terrain ground;
    private final int salt;
    private final Light light;
    private final FlowerHead flower;
    private final List<Blade> blades = new ArrayList<>();

    Grass(Composer composer, Terrain ground) {
        this.composer = composer;
        this.ground = ground;
        salt = composer.salt;
        light = composer.light;
        flower = new FlowerHead(light, salt);
    }

    boolean none() {
        return blades.isEmpty();
    }

    void grow(Rng rng) {
        SceneSpec spec = composer.spec;
        boolean flowers = spec.has(Thing.FLOWERS),
                meadow = spec.has(Thing.MEADOW),
                desert = ground.desert,
                snow = spec.has(Thing.SNOW),
                lake = ground.water && !ground.sea,
                beach = spec.has(Thing.BEACH);
        if (spec.has(Thing.CANYON)) meadow = false;
        boolean green = !ground.water && !desert && !spec.has(Thing.CANYON);
        int want = flowers
                ? 19000
                : meadow
                        ? 15000
                        : green && !snow
                                ? 10000
                                : lake && !snow ? 7000 : snow ? 500 : beach || desert ? 700 : ground.sea ? 1500 : 0;
        float far = flowers ? 70 : 46, lush = meadow || flowers ? 1 : .75f;
        int kind = spec.has(Thing.POPPY) ? 0 : spec.has(Thing.SUNFLOWER) ? 1 : spec.has(Thing.LAVENDER) ? 2 : 3;
        float[] fc = new float[5];
        for (int i = 0; i < want; i++) {
            float u = rng.unit(),
                    z = 1.25f * exp2(u * log2(far / 1.25f)),
                    x = (rng.unit() - .5f) * 1.35f * z / composer.focal + rng.bell() * .1f;
            float y = ground.base(x, z);
            int head = 0;
            float size = 0;
            float a = rng.unit(), bb = rng.unit(), cc = rng.unit(), dd = rng.unit();
            if (ground.water && y < (lake ? -.25f : 1.2f)) continue;
            if (beach && y < 2.4f) continue;
            float clump = Noise.fbm(x / 2.2f, z / 2.2f, salt + 910, 3),
                    patch = Noise.fbm(x / 9f, z / 9f, salt + 911, 2);
            if (!meadow && !flowers && clump + .35f * patch < (desert || snow || beach ? .32f : lake ? .05f : -.15f))
                continue;
            if (y > 1 && ground.stones(x, z, y) > .03f) continue;
            float h = (.16f + .20f * a) * (1 + .8f * clump) * lush;
            if (lake && y < .35f) h *= 2.2f;
            if (desert || snow || beach) h = .25f + .35f * a;
            if (z > 20) h *= 1.2f;
            float dry = clamp((meadow ? .18f : .32f) + .65f * patch + .25f * (bb - .5f));
            if (desert || snow || beach || spec.has(Thing.AUTUMN)) dry = 1;
            float r = mix(.062f, .19f, dry),
                    gg = mix(.115f, .155f, dry),
                    b = mix(.020f, .045f, dry),
                    v = .72f + .56f * cc;
            float wind = .12f + .25f * Noise.at(x / 6f, z / 6f, salt + 912), foot = .28f;
            if (flowers && kind == 2) { // lavender grows on its rows
                float row = ground.row(x, z);
                if (row < .12f) {
                    if (row > 0) continue;
                    h *= .35f;
                } else {
                    y += row * .62f;
                    h = .20f + .10f * a;
                    head = 3;
                    size = .020f;
                    ground.surface.flowers(x, z, fc, z);
                    r = .075f;
                    gg = .095f;
                    b = .06f;
                }
            } else if (flowers) {
                float dens = ground.surface.flowers(x, z, fc, z);
                boolean here = dd < dens * (kind == 1 ? .13f : .36f);
                if (here) {
                    head = kind == 0 ? 1 : kind == 1 ? 2 : fc[0] > .6f && fc[1] > .5f ? 4 : fc[2] > .4f ? 3 : 1;
                    h = kind == 1 ? 1.05f + .35f * a : h * 1.25f + .16f;
                    size = kind == 0
                            ? .038f + .016f * cc
                            : kind == 1
                                    ? .092f + .022f * cc
                                    : head == 4 ? .028f + .011f * cc : head == 3 ? .022f : .029f + .011f * cc;
                    if (kind == 1 && z < 3.2f) continue;
                } else if (kind == 1) h = .5f + .5f * a;
            }
            if (z < 2.2f) h *= .75f;
            float hr = fc[0], hg = fc[1], hb = fc[2];
            blades.add(new Blade(
                    x,
                    y,
                    z,
                    h,
                    wind + (bb - .5f) * .55f,
                    (.0055f + .005f * cc)
                            * (z > 8 ? 1 + (z - 8) * .05f : 1)
                            * (kind == 1 && flowers && head == 0 ? 2.2f : 1),
                    r * v,
                    gg * v,
                    b * v,
                    head,
                    size,
                    foot,
                    head > 0 ? new float[] {hr, hg, hb} : NO_PETALS));
        }
        blades.sort((a, blade) -> Float.compare(blade.z(), a.z()));
    }

    void draw(Frame frame, float time) {
        Camera camera = frame.camera;
        Brush brush = new Brush(frame.rgb.rgb, camera.width(), camera.height(), 3, frame.depth);
        float back = light.sunZ > 0 ? .85f : .35f;
        float front = .55f + .35f * Math.max(0, -light.sunZ);
        float[] sun = {light.sun[0] * .40f, light.sun[1] * .40f, light.sun[2] * .40f};
        for (int i = 0; i < blades.size(); i++) {
            Blade blade = blades.get(i);
            float z = blade.z() - camera.z();
            if (z < 1.0f) continue;
            float px = camera.column(blade.x(), blade.z()),
                    py = camera.row(blade.y(), blade.z()),
                    len = blade.height() / z * camera.focal();
            if (px < -60 || px > camera.width() + 60 || py - len * 1.3f > camera.height() || len < 1.2f) continue;
            float sw = time == 0
                    ? 0
                    : .10f * sin(time * 2.1f + blade.x() * .7f + blade.z() * .4f)
                            + .05f * sin(time * 3.7f + blade.x() * 2.1f);
            float lit = (front + back * .45f) * (.55f + .45f * Math.min(1, light.sunY * 2.5f + .35f)),
                    cl = ground.surface.clouds(blade.x(), blade.z());
            lit *= cl;
            brush.distance = z * .97f - .15f;
            brush.alpha = z < 1.8f ? clamp((z - 1.0f) / .8f) : 1;
            float red = blade.r() * (sun[0] * lit + light.ambient[0] * 1.1f),
                    green = blade.g() * (sun[1] * lit + light.ambient[1] * 1.1f),
                    blue = blade.b() * (sun[2] * lit + light.ambient[2] * 1.1f);
            float bend = (blade.bend() + sw) * len;
            brush.colour(red, green, blue);
            int head = blade.head();
            float wd = Math.max(.7f, blade.width() / z * camera.focal());
            brush.blade(px, py + 1, len, bend, head == 2 ? wd * 2.6f : wd, blade.foot());
            if (head == 2 && len > 26)
                for (int k = 0; k < 4; k++) {
                    float t = .22f + .17f * k,
                            sg = (k & 1) == 0 ? 1 : -1,
                            length = len * .085f * (1.1f - .12f * k),
                            sh = .42f + .12f * k;
                    brush.colour(red * sh, green * sh, blue * sh)
                            .ellipse(
                                    px + bend * t * t + sg * length * .8f,
                                    py - len * t - length * .1f,
                                    length * .8f,
                                    length * .34f,
                                    sg * .45f,
                                    1);
                }
            if (head > 0) {
                flower.draw(
                        brush,
                        head,
                        px + bend,
                        py - len,
                        blade.size() / z * camera.focal(),
                        blade.petals(),
                        sun,
                        lit,
                        i,
                        bend);
            }
        }
        brush.alpha = 1;
    }
}
