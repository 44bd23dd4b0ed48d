package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;

/** What kind of land a scene has, and the numbers that were drawn for it once. */
final class Traits {
    final Composer composer;
    final int salt;
    final boolean water, sea, mountain, hill, desert, snow, meadow, canyon, forest, rows, under, pines, valley;
    final float snowLine, tanSun;
    final float rippleHeight;
    final float azimuth, duneWave, duneDirection, drop;
    final float duneShift;

    Traits(Composer composer) {
        this.composer = composer;
        salt = composer.salt;
        SceneSpec spec = composer.spec;
        boolean city = spec.family() == Family.CITY;
        under = spec.family() == Family.UNDERWATER;
        sea = spec.has(Thing.SEA) || (city && !composer.aerialCity);
        water = (spec.water() || sea) && !under;
        mountain = spec.has(Thing.MOUNTAIN);
        desert = spec.has(Thing.DESERT) && !spec.has(Thing.CANYON);
        snow = spec.has(Thing.SNOW);
        canyon = spec.has(Thing.CANYON);
        hill = spec.has(Thing.HILL);
        forest = spec.has(Thing.FOREST) || spec.has(Thing.AUTUMN);
        meadow = spec.has(Thing.MEADOW);
        rows = spec.has(Thing.LAVENDER);
        valley = spec.has(Thing.RIVER) && !canyon && !sea && !spec.has(Thing.WATERFALL);
        pines = mountain && !desert && !canyon && !snow && !spec.any(Thing.PALM, Thing.AUTUMN);
        Rng rng = new Rng(composer.seed ^ 0x7e44a1L);
        azimuth = rng.in(-.12f, .12f);
        duneWave = rng.in(95, 170);
        duneDirection = composer.duneDir;
        drop = rng.in(.4f, 1);
        duneShift = rng.in(0, 900);
        rng.in(0, 900); // drawn for nothing, so that what follows keeps its place in the sequence
        tanSun = composer.light.sunY / Math.max(.02f, sqrt(square(composer.light.sunX) + square(composer.light.sunZ)));
        rippleHeight = Math.min(.011f, .030f * tanSun + .0022f);
        snowLine = snow ? -100 : 560 + 260 * rng.unit();
    }
}
