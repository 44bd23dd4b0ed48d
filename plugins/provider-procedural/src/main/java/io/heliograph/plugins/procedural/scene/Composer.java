package io.heliograph.plugins.procedural.scene;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.maths.CloudNoise;
import io.heliograph.plugins.procedural.maths.Num;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;

/**
 * Decides how a scene is laid out: where the horizon sits, how long the lens is, where the sun stands, which shape the mountains make and what fills
 * the foreground. Rules: the horizon avoids the middle, the sun and the main peak stand near a third, some line leads inward, the foreground is never bare.
 */
public final class Composer {
    public final SceneSpec spec;
    public final long seed;
    public final Workers workers;
    public final CloudNoise cloudNoise;
    public final int salt;
    public final Light light;

    /** Focal length in picture widths, horizon as a fraction of the height from the top, eye height in metres. */
    public final float focal, horizon, eye;

    /** -1 or 1: the side of the main mass; the sun stands on the other one. */
    public final float side;

    /** Mountain silhouette: 0 lone peak, 1 valley, 2 diagonal, 3 range. Shore: 0 bank, 1 diagonal beach, 2 open with rocks. */
    public final int silhouette, shore;

    public final float peakAzimuth, relief, variety;
    public final boolean aerialCity;

    /** Direction across the dunes. */
    public final float duneDir;

    /** Distance of the ground at the lower edge of a landscape-format picture, metres. */
    public final float near;

    public Composer(SceneSpec spec, long seed, Workers workers, CloudNoise cloudNoise) {
        this.workers = workers;
        this.cloudNoise = cloudNoise;
        this.spec = spec;
        this.seed = seed;
        salt = (int) ((seed * 0x9E3779B97F4A7C15L) >>> 33);
        Rng rng = new Rng(seed);
        light = Daylight.of(spec, rng);
        float vr = rng.unit();
        if (spec.family() == Family.UNDERWATER) light.underwater(vr);
        boolean sea = spec.has(Thing.SEA),
                lake = spec.has(Thing.LAKE),
                sunIn = light.sunZ > 0 && Math.abs(light.sunX / light.sunZ) < .45f;
        side = sunIn ? -Math.signum(light.sunX) : rng.sign();
        boolean skyish = spec.any(Thing.AURORA, Thing.MILKYWAY, Thing.STARS, Thing.STORM, Thing.RAINBOW)
                || (spec.has(Thing.CLOUDS) && !spec.any(Thing.FLOWERS));
        float hz = skyish
                ? rng.in(.62f, .74f)
                : spec.has(Thing.FLOWERS)
                        ? rng.in(.30f, .40f)
                        : spec.has(Thing.DESERT)
                                ? rng.in(.34f, .48f)
                                : rng.chance(.55f) ? rng.in(.56f, .66f) : rng.in(.40f, .47f);

        if (spec.any(Thing.MOUNTAIN) && !skyish && !spec.has(Thing.FLOWERS)) hz = Math.max(hz, rng.in(.50f, .62f));
        if (spec.family() == Family.UNDERWATER) hz = rng.in(.50f, .62f);
        aerialCity = spec.family() == Family.CITY && !spec.water() && rng.chance(.35f);
        if (spec.family() == Family.CITY) hz = aerialCity ? rng.in(.32f, .42f) : rng.in(.60f, .70f);
        horizon = hz;
        float fo = rng.of(.78f, .92f, 1.1f, 1.35f);
        if (sea && !spec.has(Thing.MOUNTAIN)) fo = rng.of(.8f, .95f, 1.15f);
        if (spec.has(Thing.RAINBOW)) fo = .72f;
        if (spec.any(Thing.MILKYWAY, Thing.AURORA)) fo = rng.of(.66f, .78f);
        if (spec.has(Thing.FOREST) && !spec.has(Thing.MOUNTAIN)) fo = rng.in(.9f, 1.2f);
        duneDir = rng.sign() * rng.in(.65f, 1.15f);
        if (spec.has(Thing.DESERT)
                && (spec.time() == TimeOfDay.DAY || (spec.time() == TimeOfDay.GOLDEN && light.sunZ < .5f))) {
            light.aim(-Math.signum(duneDir) * rng.in(1.15f, 1.75f), rng.in(.17f, .30f));
            light.exposure *= .9f;
            light.sun[1] *= .93f;
            light.sun[2] *= .82f;
        }
        if (spec.has(Thing.DESERT) && spec.dark() && !spec.has(Thing.MOON)) {
            light.aim(-Math.signum(duneDir) * rng.in(1.2f, 1.7f), rng.in(.2f, .32f));
            light.sun = rgb(.42, .50, .68);
        }
        if (spec.family() == Family.CITY && (spec.time() == TimeOfDay.DAY || spec.time() == TimeOfDay.GOLDEN))
            light.aim(
                    rng.sign() * rng.in(1.9f, 2.5f),
                    spec.time() == TimeOfDay.DAY ? rng.in(.4f, .7f) : rng.in(.14f, .25f));
        if (spec.any(Thing.FOREST, Thing.AUTUMN) && !spec.any(Thing.MOUNTAIN, Thing.SEA, Thing.LAKE))
            light.haze += .00022f;
        if (spec.has(Thing.SNOW) && spec.time() != TimeOfDay.NIGHT) light.exposure *= .86f;
        if (spec.family() == Family.CITY) fo = aerialCity ? rng.in(1.1f, 1.4f) : rng.in(1.0f, 1.6f);
        focal = fo;
        eye = spec.family() == Family.UNDERWATER
                ? rng.in(1.1f, 1.9f)
                : spec.family() == Family.CITY
                        ? (aerialCity ? rng.in(210, 290) : rng.in(7, 16))
                        : sea
                                ? rng.in(2.2f, 6.5f)
                                : lake && !spec.has(Thing.CANYON)
                                        ? rng.in(1.9f, 4.5f)
                                        : spec.has(Thing.FLOWERS)
                                                ? rng.in(1.3f, 2.0f)
                                                : spec.has(Thing.DESERT)
                                                        ? rng.in(1.9f, 4.5f)
                                                        : spec.has(Thing.CANYON)
                                                                ? (lake ? rng.in(3, 8) : rng.in(6, 30))
                                                                : rng.in(1.9f, 4f);
        if (spec.family() != Family.UNDERWATER
                && light.sunZ > 0
                && (spec.time() == TimeOfDay.SUNSET
                        || spec.time() == TimeOfDay.DAWN
                        || (spec.dark() && spec.has(Thing.MOON)))) { // keep the sun or moon inside the picture
            float az = Num.atan2(light.sunX, light.sunZ),
                    lim = .34f / focal,
                    el = Num.atan2(light.sunY, sqrt(1 - square(light.sunY)));
            light.aim(clamp(az, -lim, lim), Math.min(el, .46f * horizon / focal));
        }
        near = Math.max(3, eye * focal / ((1 - horizon) * .64f));
        silhouette = rng.below(4);
        shore = spec.has(Thing.BEACH)
                ? 1
                : sea && (spec.has(Thing.ROCKS) || spec.has(Thing.CLIFF)) ? rng.of(0, 2, 2) : rng.below(3);
        peakAzimuth = side * rng.in(.12f, .26f);
        relief = rng.in(.85f, 1.2f);
        variety = vr;
    }

    public boolean has(Thing t) {
        return spec.has(t);
    }

    public Camera camera(int w, int h, float foot) {
        float f = focal * Math.max(w, h * .95f);
        return new Camera(w, h, f, horizon * h, 0, foot + eye, 0);
    }
}
