package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.scene.Composer;

/** The large shape of the ground: a height for every place, in metres above the water. */
final class LandShape {
    private final Composer composer;
    private final int salt;
    private final boolean water;
    private final boolean sea;
    private final boolean mountain;
    private final boolean hill;
    private final boolean desert;
    private final boolean snow;
    private final boolean meadow;
    private final boolean canyon;
    private final boolean forest;
    private final boolean under;
    private final boolean valley;
    private final float drop;
    private final Mountains mountains;
    private final Dunes dunes;
    private final Canyon canyons;
    private final Valley valleys;
    private final Coast coast;

    LandShape(Traits traits) {
        composer = traits.composer;
        salt = traits.salt;
        water = traits.water;
        sea = traits.sea;
        mountain = traits.mountain;
        hill = traits.hill;
        desert = traits.desert;
        snow = traits.snow;
        meadow = traits.meadow;
        canyon = traits.canyon;
        forest = traits.forest;
        under = traits.under;
        valley = traits.valley;
        drop = traits.drop;
        mountains = new Mountains(traits);
        dunes = new Dunes(traits);
        canyons = new Canyon(traits);
        valleys = new Valley(traits, mountains);
        coast = new Coast(traits, mountains);
    }

    float height(float x, float z, float cell, float[] o) {
        if (under) return seabed(x, z);
        if (composer.spec.family() == Family.CITY) return city(x, z, cell, o);
        boolean gorge = canyon && water && !sea;
        if (water && !gorge && !valley) return coast.height(x, z, cell, o);
        float az = x / (Math.max(z, 0) + 60);
        if (valley) return valleys.height(x, z, az, cell, o);
        if (desert) {
            float h = dunes.height(x, z, cell);
            if (mountain) h += mountains.height(x, z, az, cell, o) * .8f;
            return h;
        }
        if (gorge) return gorge(x, z, cell);
        if (canyon) return canyons.height(x, z, cell);
        return hills(x, z, az, cell, o);
    }

    private float seabed(float x, float z) {
        return 2.2f * Noise.fbm(x / 26f, z / 26f, salt + 70, 5)
                + 9
                        * step(25, 90, z)
                        * Noise.ridged(x / 40f, z / 40f, salt + 71, 5)
                        * step(.05f, .3f, composer.side * (x / (z + 20) + .1f))
                - .03f * z;
    }

    /** A plain for a town seen from above, a bank across the water for one seen from the shore. */
    private float city(float x, float z, float cell, float[] o) {
        if (composer.aerialCity) return 0;
        float far = z - 330;
        float bank = Math.min(4, far * .5f);
        if (mountain) bank += 650 * step(3500, 9000, z) * (.3f + mountains.ridge(x, z, 2600, cell, o));
        return far < 0 ? Math.max(-20, far * .3f) : bank;
    }

    /** A canyon with a river on its floor. */
    private float gorge(float x, float z, float cell) {
        float mid = 60 * Noise.at(z / 330f, 3, salt + 50) * step(20, 300, z),
                d =
                        Math.abs(x - mid)
                                - 9
                                - 5 * Noise.at(z / 60f, 5, salt + 48)
                                - .012f * z
                                + 3 * Noise.fbm(x / 12f, z / 12f, salt + 49, 4);
        float h = canyons.height(x, z, cell) + 7.5f;
        return d < 0 ? Math.max(-6, d * .35f) : Math.min(h, .12f * d + Math.max(0, d - 6) * .8f);
    }

    private float hills(float x, float z, float az, float cell, float[] o) {
        float h, away = step(10, 420, z);
        float roll = (meadow || snow ? 5 : 7) * Noise.fbm(x / 120f + 4, z / 120f, salt + 20, cell < 2 ? 5 : 3)
                + 55 * Noise.fbm(x / 800f + 9, z / 800f, salt + 25, cell < 16 ? 4 : 2) * away;
        h = roll
                - 46 * drop * away * (mountain || hill ? 1 : .7f)
                + 14 * step(.1f, .6f, az * composer.side) * step(4, 60, z) * (forest || mountain || hill ? 1 : .4f);
        if (hill || meadow || (!mountain && !snow)) {
            float k = hill ? 1 : .5f;
            h += k * 62 * step(90, 700, z) * (.45f + 1.0f * Noise.fbm(x / 380f + 2, z / 300f, salt + 28, 4))
                    + k * 95 * step(800, 2400, z) * (.4f + Noise.fbm(x / 700f, z / 500f, salt + 29, 4));
        }
        if (snow) h += .5f * Noise.ridged(x / 9f, z / 22f, salt + 27, 3) * step(120, 20, z);
        if (hill || !mountain)
            h += 90 * (.5f + .5f * Noise.fbm(x / 1300f, z / 1300f, salt + 30, 3)) * step(500, 2600, z)
                    + 170
                            * step(2600, 7500, z)
                            * (.5f + .6f * Noise.fbm(x / 2300f, z / 2300f, salt + 31, cell < 30 ? 5 : 4));
        if (mountain) h += mountains.height(x, z, az, cell, o);
        return h;
    }
}
