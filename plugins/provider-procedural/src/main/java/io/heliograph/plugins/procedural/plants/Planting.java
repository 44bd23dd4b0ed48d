package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.land.Falls;
import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import java.util.ArrayList;
import java.util.List;

/** Decides which trees a scene has and where they stand. */
final class Planting {
    private final Composer composer;
    private final Terrain ground;
    private final int salt;
    private final Light light;
    private final List<Tree> trees = new ArrayList<>();
    private Sprite[] conifers = {}, leafy = {}, palms = {}, cactuses = {};

    Planting(Composer composer, Terrain ground) {
        this.composer = composer;
        this.ground = ground;
        salt = composer.salt;
        light = composer.light;
    }

    /** Trees from far to near. */
    List<Tree> trees(Rng rng) {
        SceneSpec spec = composer.spec;
        boolean snow = spec.has(Thing.SNOW), autumn = spec.has(Thing.AUTUMN), blossom = spec.has(Thing.BLOSSOM);
        boolean
                needles =
                        (spec.has(Thing.FOREST)
                                        || (spec.has(Thing.MOUNTAIN) && !spec.has(Thing.DESERT))
                                        || (spec.has(Thing.LAKE) && rng.chance(.7f))
                                        || snow)
                                && !spec.has(Thing.PALM)
                                && !spec.has(Thing.CANYON),
                round =
                        autumn
                                || blossom
                                || ((spec.has(Thing.MEADOW)
                                                || spec.has(Thing.HILL)
                                                || (spec.has(Thing.FOREST) && rng.chance(.35f)))
                                        && !snow
                                        && !spec.has(Thing.PALM));
        if (spec.has(Thing.DESERT)
                || (spec.has(Thing.SEA) && !spec.any(Thing.FOREST, Thing.MOUNTAIN, Thing.AUTUMN, Thing.BLOSSOM))
                || spec.has(Thing.BEACH)) {
            needles = spec.has(Thing.FOREST);
            round = autumn || blossom;
        }
        List<Runnable> make = new ArrayList<>();
        int height = 400;
        if (needles) {
            conifers = new Sprite[5];
            for (int i = 0; i < 5; i++) {
                int k = i;
                make.add(() -> conifers[k] =
                        Conifer.draw(light, new Rng(composer.seed + 11 + k), rgb(.034, .060, .030), snow, height));
            }
        }
        if (round) {
            leafy = new Sprite[4];
            for (int i = 0; i < 4; i++) {
                int k = i;
                float[] col = autumn
                        ? new float[][] {
                                    rgb(.34, .12, .018), rgb(.42, .22, .02), rgb(.28, .055, .02), rgb(.30, .20, .03)
                                }
                                [k]
                        : blossom ? rgb(.72, .36, .45) : snow ? rgb(.5, .5, .55) : rgb(.068, .098, .022);
                make.add(() ->
                        leafy[k] = Broadleaf.draw(light, new Rng(composer.seed + 31 + k), col, .8f + .12f * k, height));
            }
        }
        if (spec.has(Thing.PALM)
                || (spec.any(Thing.BEACH, Thing.ISLAND)
                        && spec.time() != TimeOfDay.NIGHT
                        && rng.chance(.6f)
                        && !spec.any(Thing.STORM, Thing.FOREST, Thing.CLIFF, Thing.SNOW))) {
            palms = new Sprite[4];
            for (int i = 0; i < 4; i++) {
                int k = i;
                make.add(() -> palms[k] = Palm.draw(light, new Rng(composer.seed + 51 + k), height));
            }
        }
        if (spec.has(Thing.CACTUS) || (spec.has(Thing.CANYON) && rng.chance(.35f))) {
            cactuses = new Sprite[4];
            for (int i = 0; i < 4; i++) {
                int k = i;
                make.add(() -> cactuses[k] = Cactus.draw(light, new Rng(composer.seed + 61 + k), height));
            }
        }
        composer.workers.each(make.size(), i -> make.get(i).run());
        plant(rng, needles, round);
        return trees;
    }

    private void plant(Rng rng, boolean needles, boolean round) {
        SceneSpec spec = composer.spec;
        boolean autumn = spec.any(Thing.AUTUMN, Thing.BLOSSOM);
        boolean woods = spec.has(Thing.FOREST) || spec.has(Thing.AUTUMN) || spec.has(Thing.BLOSSOM);
        float sunAz = light.sunZ > .3f && Math.abs(light.sunX / light.sunZ) < .5f
                ? light.sunX / light.sunZ
                : composer.peakAzimuth * 1.4f;
        float near = woods ? 15 : 26;
        boolean open = spec.any(Thing.MEADOW, Thing.FLOWERS);
        if (open) near = 45;
        for (int ring = 0; ring < 4; ring++) {
            float z0 = new float[] {near, 120, 420, 1100}[ring],
                    z1 = new float[] {120, 420, 1100, 2600}[ring],
                    cell = new float[] {5.5f, 7.5f, 13, 24}[ring];
            if (z1 <= z0) continue;
            for (int j = floor(z0 / cell); j * cell < z1; j++)
                for (int i = -(int) (j * .62f + 8); i <= (int) (j * .62f + 8); i++) {
                    int hsh = Noise.bits(i, j, salt + 900 + ring);
                    float u = (hsh & 255) / 255f,
                            v = (hsh >>> 8 & 255) / 255f,
                            k = (hsh >>> 16 & 255) / 255f,
                            m = (hsh >>> 24 & 255) / 255f,
                            x = (i + .1f + .8f * u) * cell,
                            z = (j + .1f + .8f * v) * cell;
                    if (z < z0 || z > z1) continue;
                    float az = x / z, y = ground.base(x, z);
                    if (spec.has(Thing.WATERFALL)
                            && Math.abs(x - Falls.x(composer)) < 9
                            && z > Falls.z(composer) - 25
                            && z < Falls.z(composer) + 30) continue;
                    if (ground.water && y < .5f) continue;
                    if (y > 900 * (woods ? 1 : .8f)) continue;
                    float e = Math.max(2, z * .01f),
                            sl = Math.abs(ground.base(x + e, z) - y) / e + Math.abs(ground.base(x, z + e) - y) / e;
                    if (sl > 1.25f) continue;
                    if (needles || round) {
                        float grove = Noise.fbm(x / 95f + 3, z / 140f, salt + 901, 3) + .12f,
                                dens =
                                        woods
                                                ? .30f + 1.1f * grove
                                                : (composer.has(Thing.MOUNTAIN) || ground.water ? .10f : -.18f)
                                                        + 1.3f * grove;
                        if (z < 120) { // frame the view rather than block it
                            float edge = Math.abs(az - sunAz * .35f) * 1.9f;
                            dens = Math.min(
                                    dens + (woods ? .3f : 0),
                                    edge * edge * 2.2f - .10f - (az * composer.side < 0 ? .12f : 0));
                            if (z < 26) dens -= .22f;
                        } else if (z < 420 && woods) dens = Math.min(dens, .10f + 1.5f * Math.abs(az - sunAz * .5f));
                        if (open && !woods && z < 420) dens *= .5f;
                        if (k < dens) {
                            Sprite sp;
                            float h;
                            boolean leaf = round && (!needles || (spec.has(Thing.FOREST) ? m < .3f : m < .6f));
                            float zone = Noise.at(x / 120f, z / 120f, salt + 903);
                            if (needles && round) leaf = zone > (autumn ? -.25f : .1f);
                            if (leaf) {
                                sp = leafy[(hsh >>> 5) & 3];
                                h = 7 + 8 * m;
                            } else {
                                sp = conifers[(hsh >>> 4 & 15) % 5];
                                h = (8 + 13 * m) * (1 + .25f * grove);
                            }
                            if (ring == 3) h *= 1.25f;
                            if (composer.has(Thing.ISLAND)) h *= .6f;
                            add(x, y, z, h, sp, (hsh >>> 3 & 1) == 0, .75f + .5f * u, v - .5f);
                        }
                    }
                    if (palms.length > 0
                            && y > .7f
                            && y < 40
                            && z < 700
                            && k < (z < 120 ? .05f + .22f * step(.12f, .4f, az * composer.side) : .22f)
                            && (z > 20 || az * composer.side > .25f))
                        add(
                                x,
                                y,
                                z,
                                6 + 6 * m,
                                palms[(hsh >>> 4) & 3],
                                composer.side > 0 ? (hsh >>> 3 & 3) != 0 : (hsh >>> 3 & 3) == 0,
                                .8f + .4f * u,
                                0);
                    if (cactuses.length > 0
                            && z < 420
                            && sl < .5f
                            && k < (z < 120 ? .035f : .07f)
                            && Math.abs(az) > .06f)
                        add(x, y, z, 2.5f + 5 * m, cactuses[(hsh >>> 4) & 3], (hsh >>> 3 & 1) == 0, .85f + .3f * u, 0);
                }
        }
        // one tree to stop the eye at the edge of the picture

        boolean frame = (needles && !open && rng.chance(woods ? .8f : .45f))
                || (palms.length > 0 && rng.chance(.7f))
                || (round && rng.chance(.5f))
                || cactuses.length > 0;
        if (frame) {
            int n = palms.length > 0 ? 2 : cactuses.length > 0 ? 1 : 1 + rng.below(2);
            for (int i = 0; i < n; i++) {
                float z = (palms.length > 0 ? 13 : cactuses.length > 0 ? 11 : open ? 22 : 19) * rng.in(.85f, 1.35f),
                        az = composer.side * (.5f / composer.focal) * rng.in(.62f, .95f),
                        x = az * z,
                        y = ground.base(x, z);
                if (ground.water && y < .25f) continue;
                Sprite sp = palms.length > 0
                        ? palms[i]
                        : cactuses.length > 0 ? cactuses[0] : needles && !(autumn && round) ? conifers[i] : leafy[i];
                add(
                        x,
                        y - .1f,
                        z,
                        palms.length > 0 ? rng.in(8, 11) : cactuses.length > 0 ? rng.in(4, 6) : rng.in(9, 14),
                        sp,
                        palms.length > 0 ? composer.side > 0 : rng.chance(.5f),
                        .9f,
                        0);
            }
        }
        trees.sort((a, b) -> a.z() != b.z() ? Float.compare(b.z(), a.z()) : Float.compare(a.x(), b.x()));
    }

    private void add(float x, float y, float z, float h, Sprite sp, boolean flip, float tone, float warm) {
        trees.add(new Tree(
                x,
                y,
                z,
                h,
                sp,
                flip,
                tone,
                warm,
                .25f + .75f * ground.surface.sunlight(x, y + h * .6f, z, z, false) * ground.surface.clouds(x, z)));
    }
}
