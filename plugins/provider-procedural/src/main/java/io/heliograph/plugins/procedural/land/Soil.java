package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;

/** What the ground is made of: rock, sand, grass, woods, flowers, snow, wet shore, stones. */
final class Soil {
    private final Composer composer;
    private final int salt;
    private final boolean water;
    private final boolean mountain;
    private final boolean hill;
    private final boolean desert;
    private final boolean snow;
    private final boolean meadow;
    private final boolean canyon;
    private final boolean forest;
    private final boolean rows;
    private final boolean under;
    private final boolean pines;
    private final boolean valley;
    private final float snowLine;
    private final Terrain ground;

    Soil(Traits traits, Terrain ground) {
        this.ground = ground;
        composer = traits.composer;
        salt = traits.salt;
        water = traits.water;
        mountain = traits.mountain;
        hill = traits.hill;
        desert = traits.desert;
        snow = traits.snow;
        meadow = traits.meadow;
        canyon = traits.canyon;
        forest = traits.forest;
        rows = traits.rows;
        under = traits.under;
        pines = traits.pines;
        valley = traits.valley;
        snowLine = traits.snowLine;
    }

    /** Decides the colour of the ground at h, and how wet it is. */
    void material(Hit hit, float t, boolean fine) {
        hit.wet = 0;
        float layer = rock(hit, t);
        if (canyon) canyonFloor(hit, t, layer);
        if (desert) sand(hit, layer);
        else if (under) seabed(hit);
        else if (!canyon) {
            grass(hit, t, fine);
            if (pines && t > 350) pines(hit, t, fine);
            if (composer.spec.has(Thing.FLOWERS)) bloom(hit, t);
            snow(hit, fine);
            if (water && hit.y < 12 && !snow) shore(hit);
        }
        if (rows && t < 2600) furrows(hit, t);
        if (hit.stone > .02f) stone(hit);
    }

    /** Bare rock, layered. Returns the layer at this height. */
    private float rock(Hit hit, float t) {
        float x = hit.x, y = hit.y, z = hit.z, v = hit.slow, v2 = hit.fast, slope = hit.slope;
        float r, g, b;
        float layer = canyon
                ? Noise.at(y * .16f + 2 * v, 3, salt + 52) + .6f * Noise.at(y * .55f + v, 3, salt + 53)
                : Noise.at(y * .03f + v, x * .002f, salt + 52);
        r = .155f + .045f * v + .02f * layer;
        g = .140f + .04f * v + .016f * layer;
        b = .128f + .036f * v + .012f * layer;
        if (!canyon && slope > .2f && t < 1500) {
            float st2 = (Noise.at(y * .42f + 2.2f * v + .5f * v2, x * .03f, salt + 54)
                            + .6f * Noise.at(y * 1.3f + 3 * v, x * .05f + z * .05f, salt + 55))
                    * step(.2f, .5f, slope)
                    * step(1500, 300, t);
            r *= 1 + .26f * st2;
            g *= 1 + .25f * st2;
            b *= 1 + .23f * st2;
        }
        hit.material(r, g, b);
        return layer;
    }

    private void canyonFloor(Hit hit, float t, float layer) {
        float x = hit.x, z = hit.z, v = hit.slow, v2 = hit.fast, slope = hit.slope;
        float r, g, b;
        r = .40f + .10f * layer + .05f * v;
        g = .185f + .075f * layer + .03f * v;
        b = .10f + .05f * layer + .02f * v;
        float sand = step(.22f, .08f, slope);
        r = mix(r, .46f + .08f * v2, sand);
        g = mix(g, .25f + .05f * v2, sand);
        b = mix(b, .135f + .03f * v2, sand);
        float bush = sand * step(.18f, .42f, Noise.fbm(x / 5f, z / 5f, salt + 8, 4)) * .55f * step(8, 40, t);
        r = mix(r, .10f, bush);
        g = mix(g, .105f, bush);
        b = mix(b, .045f, bush);
        hit.material(r, g, b);
    }

    private void sand(Hit hit, float layer) {
        float v = hit.slow, v2 = hit.fast, slope = hit.slope;
        float r, g, b;
        float rk = mountain ? step(.30f, .5f, slope) : 0;
        r = mix(.56f + .05f * v + .035f * v2, .26f + .08f * layer, rk);
        g = mix(.335f + .035f * v + .026f * v2, .15f + .05f * layer, rk);
        b = mix(.165f + .022f * v + .015f * v2, .09f + .03f * layer, rk);
        hit.material(r, g, b);
    }

    private void seabed(Hit hit) {
        float v2 = hit.fast, slope = hit.slope;
        float r, g, b;
        r = .42f + .05f * v2;
        g = .40f + .05f * v2;
        b = .30f + .03f * v2;
        float rk = step(.18f, .4f, slope);
        r = mix(r, .13f, rk);
        g = mix(g, .14f, rk);
        b = mix(b, .13f, rk);
        hit.material(r, g, b);
    }

    /** Grass on soft ground, with fields and hedges in the distance. */
    private void grass(Hit hit, float t, boolean fine) {
        float x = hit.x, y = hit.y, z = hit.z, v = hit.slow, v2 = hit.fast, slope = hit.slope;
        float[] o = hit.scratch;
        float r = hit.r, g = hit.g, b = hit.b;
        float gr = step(.46f, .20f, slope + .14f * v) * step(760, 430, y + 170 * v);
        float dry = clamp(.5f + .9f * v + .5f * v2);
        float wr = .056f + .072f * dry, wg = .080f + .036f * dry, wb = .018f + .010f * dry;
        if ((hill || meadow) && fine && t > 110 && !snow) {
            Noise.cells(x / 150f + .12f * v, z / 190f, salt + 83, o);
            float k = step(110, 400, t) * step(4200, 1500, t),
                    id = o[2],
                    hedge = step(.07f, .02f, o[1] - o[0]) * step(1600, 500, t);
            float e0 = id < .3f ? 1.5f : id < .5f ? .85f : id < .7f ? 1.15f : .8f,
                    e1 = id < .3f ? 1.12f : id < .5f ? 1.1f : id < .7f ? .86f : .92f;
            wr *= mix(1, e0, k) * (1 - .6f * hedge);
            wg *= mix(1, e1, k) * (1 - .5f * hedge);
        }
        if (composer.spec.has(Thing.AUTUMN)) {
            wr *= 1.75f;
            wg *= .86f;
        }
        if (forest && t > 150) {
            wr *= .55f;
            wg *= .60f;
            wb *= .8f;
        }
        r = mix(r, wr, gr);
        g = mix(g, wg, gr);
        b = mix(b, wb, gr);
        hit.green = gr;
        hit.material(r, g, b);
    }

    /** Woods on distant slopes. */
    private void pines(Hit hit, float t, boolean fine) {
        float x = hit.x, y = hit.y, z = hit.z, v = hit.slow, slope = hit.slope;
        float gr = hit.green;
        float r = hit.r, g = hit.g, b = hit.b;
        float fc = step(-.22f, .12f, Noise.fbm(x / 150f, z / 150f, salt + 89, 4) + .25f * v)
                * step(620, 380, y + 150 * v)
                * step(.62f, .45f, slope)
                * step(350, 1500, t)
                * gr;
        float tex = fine ? .75f + .5f * Noise.at(x / 14f, z / 14f, salt + 92) : 1;
        r = mix(r, .024f * tex, fc);
        g = mix(g, .040f * tex, fc);
        b = mix(b, .020f * tex, fc);
        hit.material(r, g, b);
    }

    private void bloom(Hit hit, float t) {
        float x = hit.x, z = hit.z, gr = hit.green;
        float[] o = hit.scratch;
        float r = hit.r, g = hit.g, b = hit.b;
        float f = gr * flowers(x, z, o, t) * step(700, 60, t) * step(6, 30, t);
        r = mix(r, o[0], f);
        g = mix(g, o[1], f);
        b = mix(b, o[2], f);
        hit.material(r, g, b);
    }

    private void snow(Hit hit, boolean fine) {
        float x = hit.x, y = hit.y, z = hit.z, v = hit.slow, v2 = hit.fast, slope = hit.slope;
        float st = hit.stone, bump = hit.bump;
        float r = hit.r, g = hit.g, b = hit.b;
        float line = snow
                ? step(-3, 6, y - (water ? .5f : -99))
                : step(
                        snowLine - 45,
                        snowLine + 75,
                        y + 210 * v + (fine ? 130 * Noise.fbm(x / 60f, z / 60f, salt + 81, 4) : 0));
        float sn = line * step(.52f, .34f, slope + .10f * v + (fine ? .02f * bump : 0));
        if (snow) sn = Math.max(sn, line * .55f * step(.75f, .4f, slope));
        if (st > .02f) sn *= snow ? step(.25f, .02f, slope) : 0;
        float glint = .03f * v2;
        r = mix(r, .74f + glint, sn);
        g = mix(g, .79f + glint, sn);
        b = mix(b, .88f + glint, sn);
        hit.material(r, g, b);
    }

    /** Sand or gravel at the water, darker where it is wet. */
    private void shore(Hit hit) {
        float y = hit.y, v2 = hit.fast;
        boolean beach = composer.spec.has(Thing.BEACH);
        float r = hit.r, g = hit.g, b = hit.b;
        float sh = step(beach ? 9 : valley ? .75f : 1.8f, beach ? 2.2f : .3f, y + .6f * v2);
        float wet = beach ? step(.30f, .02f, y) : step(.55f, .05f, y);
        float k = beach ? 1 : .45f;
        r = mix(r, .60f * k + .05f * v2, sh);
        g = mix(g, .50f * k + .04f * v2, sh);
        b = mix(b, .365f * k + .03f * v2, sh);
        float dk = 1 - .55f * wet;
        r *= dk;
        g *= dk;
        b *= dk;
        hit.wet = wet * .6f;
        hit.material(r, g, b);
    }

    /** Rows of lavender. */
    private void furrows(Hit hit, float t) {
        float x = hit.x, z = hit.z, v = hit.slow, v2 = hit.fast, slope = hit.slope;
        float r = hit.r, g = hit.g, b = hit.b;
        float k = t < 190 ? step(.10f, .4f, ground.row(x, z)) : .45f * step(2600, 600, t);
        float tip = .7f + .5f * v2;
        r = mix(r, .21f * tip, k);
        g = mix(g, .105f * tip, k);
        b = mix(b, .42f * tip, k);
        if (t > 190) {
            float far = step(190, 500, t) * step(.2f, .1f, slope) * (.5f + .4f * step(-.1f, .1f, v));
            r = mix(r, .17f, far * .5f);
            g = mix(g, .10f, far * .5f);
            b = mix(b, .30f, far * .5f);
        }
        hit.material(r, g, b);
    }

    private void stone(Hit hit) {
        float x = hit.x, y = hit.y, z = hit.z, v2 = hit.fast, slope = hit.slope, ny = hit.ny;
        float r = hit.r, g = hit.g, b = hit.b;
        float k = .75f + .5f * v2 + .2f * Noise.hash(floor(x * .7f), floor(z * .7f), salt);
        float moss = water || snow ? 0 : .4f * step(0, .3f, v2 + .3f * ny);
        float keep = snow ? step(.12f, .3f, slope) : 1;
        r = mix(r, mix(.17f * k, .06f, moss), keep);
        g = mix(g, mix(.157f * k, .08f, moss), keep);
        b = mix(b, mix(.145f * k, .025f, moss), keep);
        if (canyon) {
            r = .34f * k;
            g = .17f * k;
            b = .1f * k;
        }
        if (under) {
            r = .12f * k;
            g = .12f * k;
            b = .11f * k;
        }
        if (water && y < .7f) {
            float wet = step(.7f, .15f, y);
            r *= 1 - .5f * wet;
            g *= 1 - .5f * wet;
            b *= 1 - .5f * wet;
            hit.wet = wet;
        }
        hit.material(r, g, b);
    }

    /** Colour of the flowers at a place into o; returns how dense they stand. */
    float flowers(float x, float z, float[] o, float t) {
        float n = Noise.fbm(x / 14f, z / 22f, salt + 84, 3), f = Noise.hash(floor(x * 3), floor(z * 1.5f), salt + 85);
        int kind = composer.spec.has(Thing.POPPY)
                ? 0
                : composer.spec.has(Thing.SUNFLOWER) ? 1 : composer.spec.has(Thing.LAVENDER) ? 2 : 3;
        switch (kind) {
            case 0 -> set(o, .55f, .035f, .02f);
            case 1 -> set(o, .62f, .38f, .02f);
            case 2 -> set(o, .22f, .11f, .42f);
            default -> {
                float q = Noise.at(x / 11f, z / 16f, salt + 86)
                        + .42f * Noise.hash(floor(x * 4), floor(z * (t > 40 ? 1f : 4f)), salt + 87);
                if (q > .25f) set(o, .62f, .58f, .50f);
                else if (q > -.1f) set(o, .58f, .40f, .03f);
                else if (q > -.4f) set(o, .30f, .13f, .45f);
                else set(o, .60f, .12f, .20f);
            }
        }
        return kind == 1 || kind == 2 ? .55f : clamp(.26f + .5f * step(-.2f, .3f, n) + .15f * f) * .85f;
    }

    private static void set(float[] o, float r, float g, float b) {
        o[0] = r;
        o[1] = g;
        o[2] = b;
    }
}
