package io.heliograph.plugins.procedural.scene;

import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.scale;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;
import io.heliograph.plugins.procedural.prompt.Tint;

/** Chooses the light of a scene: one of several palettes for the time of day, then tint, cloud cover and weather. */
final class Daylight {
    private final SceneSpec spec;
    private final Rng rng;
    private final Light light = new Light();

    private Daylight(SceneSpec spec, Rng rng) {
        this.spec = spec;
        this.rng = rng;
    }

    static Light of(SceneSpec spec, Rng rng) {
        Daylight daylight = new Daylight(spec, rng);
        int v = rng.below(4);
        switch (spec.time()) {
            case DAY -> daylight.day(v);
            case GOLDEN -> daylight.golden(v);
            case SUNSET -> daylight.sunset(v);
            case DAWN -> daylight.dawn(v);
            case BLUE -> daylight.blueHour(v);
            case NIGHT -> daylight.night(v);
        }
        daylight.tint();
        daylight.cover();
        daylight.weather();
        daylight.rainbow();
        daylight.light.haze += spec.has(Thing.FOG) ? .00030f : spec.time() == TimeOfDay.DAY ? .000048f : .000062f;
        return daylight.light;
    }

    private static float[] c(double r, double g, double b) {
        return rgb(r, g, b);
    }

    private void day(int v) {
        switch (v) {
            case 0 -> {
                light.zenith = c(.055, .19, .58);
                light.middle = c(.22, .46, .86);
                light.horizon = c(.72, .86, 1.0);
            }
            case 1 -> {
                light.zenith = c(.07, .24, .62);
                light.middle = c(.28, .54, .86);
                light.horizon = c(.86, .92, .96);
            }
            case 2 -> {
                light.zenith = c(.04, .15, .48);
                light.middle = c(.16, .38, .78);
                light.horizon = c(.62, .78, .95);
            }
            default -> {
                light.zenith = c(.08, .25, .56);
                light.middle = c(.30, .52, .78);
                light.horizon = c(.92, .90, .84);
            }
        }
        light.sun = c(5.4, 4.8, 3.9);
        light.ambient = c(.32, .43, .62);
        light.cloudLit = c(1.75, 1.70, 1.60);
        light.cloudShade = c(.42, .50, .63);
        light.water = c(.008, .055, .075);
        light.exposure = .80f;
        light.glow = .22f;
        light.aim(rng.sign() * rng.in(.7f, 2.3f), rng.in(.42f, .95f));
    }

    private void golden(int v) {
        if (v < 2) {
            light.zenith = c(.09, .21, .50);
            light.middle = c(.38, .48, .68);
            light.horizon = c(1.15, .82, .50);
        } else {
            light.zenith = c(.07, .17, .42);
            light.middle = c(.50, .46, .52);
            light.horizon = c(1.25, .74, .42);
        }
        light.sun = c(7.2, 4.1, 1.65);
        light.ambient = c(.22, .25, .38);
        light.cloudLit = c(1.9, 1.25, .78);
        light.cloudShade = c(.30, .29, .40);
        light.water = c(.012, .045, .06);
        light.exposure = .84f;
        light.glow = .28f;
        if (rng.chance(.6f)) {
            light.aim(rng.sign() * rng.in(.95f, 2.0f), rng.in(.20f, .32f));
            light.exposure = .92f;
        } else light.aim(rng.sign() * rng.in(.16f, .38f), rng.in(.12f, .2f));
    }

    private void sunset(int v) {
        switch (v) {
            case 0 -> {
                light.zenith = c(.050, .070, .21);
                light.middle = c(.42, .19, .25);
                light.horizon = c(1.30, .42, .13);
                light.cloudLit = c(2.3, .72, .26);
                light.cloudShade = c(.14, .080, .14);
            }
            case 1 -> {
                light.zenith = c(.060, .105, .30);
                light.middle = c(.40, .30, .44);
                light.horizon = c(1.25, .62, .34);
                light.cloudLit = c(2.0, .82, .60);
                light.cloudShade = c(.17, .13, .23);
            }
            case 2 -> {
                light.zenith = c(.045, .115, .24);
                light.middle = c(.28, .34, .36);
                light.horizon = c(1.45, .72, .20);
                light.cloudLit = c(2.3, 1.05, .36);
                light.cloudShade = c(.13, .12, .16);
            }
            default -> {
                light.zenith = c(.075, .050, .22);
                light.middle = c(.50, .17, .36);
                light.horizon = c(1.25, .46, .34);
                light.cloudLit = c(2.1, .62, .58);
                light.cloudShade = c(.17, .075, .19);
            }
        }
        light.sun = c(8, 3.0, .9);
        light.ambient = c(.115, .10, .165);
        light.water = c(.010, .018, .035);
        light.exposure = .98f;
        light.glow = .42f;
        light.aim(rng.sign() * rng.in(.07f, .30f), rng.in(.035f, .085f));
    }

    private void dawn(int v) {
        if (v < 2) {
            light.zenith = c(.20, .34, .64);
            light.middle = c(.66, .56, .64);
            light.horizon = c(1.30, .92, .66);
            light.cloudLit = c(1.7, 1.15, .98);
            light.cloudShade = c(.40, .38, .52);
        } else {
            light.zenith = c(.17, .26, .52);
            light.middle = c(.72, .48, .58);
            light.horizon = c(1.35, .80, .64);
            light.cloudLit = c(1.75, 1.0, .92);
            light.cloudShade = c(.38, .32, .48);
        }
        light.sun = c(7.5, 4.4, 2.4);
        light.ambient = c(.27, .28, .38);
        light.water = c(.02, .05, .08);
        light.exposure = .64f;
        light.glow = .30f;
        light.aim(rng.sign() * rng.in(.08f, .55f), rng.in(.06f, .13f));
        light.haze = .00001f;
    }

    private void blueHour(int v) {
        if (v < 2) {
            light.zenith = c(.018, .042, .15);
            light.middle = c(.07, .12, .30);
            light.horizon = c(.55, .33, .30);
        } else {
            light.zenith = c(.022, .040, .17);
            light.middle = c(.12, .12, .34);
            light.horizon = c(.62, .30, .42);
        }
        light.sun = c(.62, .42, .50);
        light.ambient = c(.10, .135, .27);
        light.cloudLit = c(.50, .33, .42);
        light.cloudShade = c(.055, .075, .16);
        light.water = c(.005, .012, .03);
        light.exposure = 1.55f;
        light.glow = .6f;
        light.aim(rng.sign() * rng.in(.1f, .5f), .05f);
    }

    private void night(int v) {
        if (v < 2) {
            light.zenith = c(.0028, .0068, .020);
            light.middle = c(.009, .021, .050);
            light.horizon = c(.034, .060, .110);
        } else {
            light.zenith = c(.0036, .0055, .020);
            light.middle = c(.014, .018, .050);
            light.horizon = c(.066, .060, .100);
        }
        light.sun = c(.80, .98, 1.30);
        light.ambient = c(.026, .036, .072);
        light.cloudLit = c(.17, .22, .33);
        light.cloudShade = c(.010, .016, .036);
        light.water = c(.003, .008, .017);
        light.exposure = 2.35f;
        light.glow = .10f;
        light.night = true;
        light.aim(rng.sign() * rng.in(.10f, .36f), rng.in(.16f, .34f));
        if (spec.family() == Family.CITY && !spec.has(Thing.MOON)) {
            light.sun = c(.22, .27, .38);
            light.aim(rng.sign() * rng.in(1.4f, 2.3f), .6f);
            light.horizon = c(.115, .078, .070);
            light.middle = c(.030, .030, .060);
            light.exposure = 2.1f;
        } else if (spec.any(Thing.AURORA, Thing.MILKYWAY) && !spec.has(Thing.MOON)) {
            light.sun = c(.26, .33, .46);
            light.aim(rng.sign() * rng.in(1.1f, 2.2f), .6f);
            light.exposure = 2.5f;
            light.zenith = scale(light.zenith, .62f);
            light.middle = scale(light.middle, .66f);
            light.horizon = scale(light.horizon, .8f);
        } else if (!spec.has(Thing.MOON) && spec.any(Thing.STARS)) {
            light.zenith = scale(light.zenith, .65f);
            light.middle = scale(light.middle, .7f);
        }
        if (!spec.has(Thing.MOON) && spec.any(Thing.STARS)) light.aim(rng.sign() * rng.in(.9f, 2.0f), .55f);
    }

    private void tint() {
        float[] t = switch (spec.tint()) {
            case RED -> c(1.18, .62, .60);
            case ORANGE -> c(1.18, .82, .52);
            case GOLD -> c(1.14, .96, .56);
            case GREEN -> c(.66, 1.12, .74);
            case TEAL -> c(.60, 1.06, 1.10);
            case BLUE -> c(.68, .90, 1.28);
            case PURPLE -> c(.92, .62, 1.30);
            case PINK -> c(1.18, .76, .98);
            case GREY -> c(.92, .94, .97);
            default -> null;
        };
        if (spec.tint() == Tint.GREEN && spec.family() == Family.LANDSCAPE) t = null;
        if (t != null && spec.family() != Family.ABSTRACT) {
            float k = spec.any(Thing.MEADOW, Thing.FLOWERS) ? .45f : 1;
            for (float[] q : new float[][] {light.middle, light.horizon, light.cloudLit, light.sun, light.cloudShade})
                for (int i = 0; i < 3; i++) q[i] *= 1 + (t[i] - 1) * k;
            if (spec.tint() == Tint.GREY) light.saturation = .5f;
        }
    }

    private void cover() {
        light.cover = spec.has(Thing.CLEAR)
                ? .0f
                : spec.has(Thing.CLOUDS)
                        ? rng.in(.52f, .62f)
                        : spec.any(Thing.MILKYWAY, Thing.AURORA, Thing.STARS)
                                ? Math.max(0, rng.in(-.2f, .30f) - .28f) * 10
                                : rng.in(.30f, .54f);
    }

    private void weather() {
        if (spec.has(Thing.STORM)) {
            light.cover = .78f;
            boolean low =
                    spec.time() == TimeOfDay.SUNSET || spec.time() == TimeOfDay.DAWN || spec.time() == TimeOfDay.GOLDEN;
            float k = spec.time() == TimeOfDay.DAY ? .30f : .5f;
            for (float[] q : new float[][] {light.zenith, light.middle, light.cloudLit, light.cloudShade})
                for (int i = 0; i < 3; i++) q[i] *= k * (i == 0 ? .88f : i == 2 ? 1.03f : 1);
            for (int i = 0; i < 3; i++) {
                light.horizon[i] *= low ? .6f : k * 1.35f;
                light.sun[i] *= low ? .5f : .28f;
                light.ambient[i] *= .5f;
            }
            light.exposure *= 1.2f;
            light.saturation = .9f;
        } else if (spec.any(Thing.RAIN, Thing.SNOWFALL)) {
            light.cover = .7f;
            for (float[] q : new float[][] {light.zenith, light.middle, light.sun}) {
                float m = (q[0] + q[1] + q[2]) / 3;
                for (int i = 0; i < 3; i++) q[i] = mix(q[i], m, .55f) * .7f;
            }
            light.saturation = .85f;
        }
    }

    private void rainbow() {
        if (spec.has(Thing.RAINBOW)) {
            float az = rng.sign() * rng.in(2.55f, 2.9f);
            light.aim(az, rng.in(.24f, .42f));
            light.cover = Math.max(light.cover, .5f);
            for (int i = 0; i < 3; i++) {
                light.zenith[i] *= .55f;
                light.middle[i] *= .55f;
                light.horizon[i] *= .7f;
                light.cloudShade[i] *= .6f;
            }
        }
    }
}
