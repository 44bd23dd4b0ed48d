package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;

/** What the ground is made of and how light falls on it. */
public final class Surface {
    private final Terrain ground;
    private final Traits traits;
    private final Composer composer;
    private final Light light;
    private final int salt;
    private final Soil soil;

    Surface(Terrain ground, Traits traits) {
        this.ground = ground;
        this.traits = traits;
        composer = traits.composer;
        salt = traits.salt;
        light = composer.light;
        soil = new Soil(traits, ground);
    }

    /** Light leaving the ground at h towards the camera, without haze. */
    public void shade(Hit hit, float t, boolean fine) {
        form(hit, t, fine);
        soil.material(hit, t, fine);
        illuminate(hit, t, fine);
    }

    /** Direction of the surface, its steepness and its roughness. */
    private void form(Hit hit, float t, boolean fine) {
        boolean snow = traits.snow, desert = traits.desert, under = traits.under;
        float x = hit.x,
                z = hit.z,
                e = Math.max(fine ? t * .0016f : t * .006f, Terrain.cellAt(x, z) * (t < 60 ? .35f : 1.05f));
        if (t < 60) e = Math.min(e, Math.max(.02f, t * .003f) + (t < 12 ? 0 : .1f));
        float[] o = hit.scratch;
        float hc, nx, nz;
        float detail = t < 90 && fine ? t : 999;
        hc = ground.base(x, z);
        float st = detail < 90 ? ground.stones(x, z, hc) : 0;
        nx = ground.height(x - e, z, detail) - ground.height(x + e, z, detail);
        nz = ground.height(x, z - e, detail) - ground.height(x, z + e, detail);
        float ny = 2 * e, il = 1 / sqrt(nx * nx + ny * ny + nz * nz);
        nx *= il;
        ny *= il;
        nz *= il;
        float slope = 1 - ny,
                y = hit.y,
                v = Noise.fbm((x + .8f * y) / 70f, (z - .6f * y) / 70f, salt + 50, fine ? 4 : 2),
                v2 = fine ? Noise.fbm(x * 1.7f, z * 1.7f, salt + 51, t < 30 ? 4 : 2) * step(160, 20, t) : 0;
        float bump = 0;
        if (fine) { // roughness of the surface at the scale of a few pixels
            float rough = snow && st == 0 && !(slope > .3f)
                    ? .05f
                    : desert ? .03f : under ? .1f : .26f * (.25f + .75f * step(.12f, .45f, slope));
            float q = 1 / (.05f + t * .012f);
            // steep ground would stretch a pattern laid out from above, so height takes part in it

            float bx = x + .85f * y, bz = z - .65f * y;
            Noise.grad(bx * q, bz * q, salt + 6, o);
            float gx = o[1], gz = o[2];
            Noise.grad(bx * q * 2.7f, bz * q * 2.7f, salt + 7, o);
            gx += o[1] * .8f;
            gz += o[2] * .8f;
            bump = gx + gz;
            float rk2 = rough * (t > 700 ? .40f : .25f);
            nx -= rk2 * gx;
            nz -= rk2 * gz;
            il = 1 / sqrt(nx * nx + ny * ny + nz * nz);
            nx *= il;
            ny *= il;
            nz *= il;
        }
        hit.nx = nx;
        hit.ny = ny;
        hit.nz = nz;
        hit.stone = st;
        hit.slope = slope;
        hit.slow = v;
        hit.fast = v2;
        hit.bump = bump;
    }

    private void illuminate(Hit hit, float t, boolean fine) {
        boolean snow = traits.snow, desert = traits.desert;
        float x = hit.x,
                y = hit.y,
                z = hit.z,
                nx = hit.nx,
                ny = hit.ny,
                nz = hit.nz,
                st = hit.stone,
                r = hit.r,
                g = hit.g,
                b = hit.b,
                spec = hit.wet;
        float nl = nx * light.sunX + ny * light.sunY + nz * light.sunZ, wrap = snow || desert ? .08f : 0;
        nl = (nl + wrap) / (1 + wrap);
        float lit = nl > 0 ? sunlight(x, y + .05f + st * .5f, z, t, fine) : 0;
        if (nl > 0) lit *= clouds(x, z);
        float dif = Math.max(0, nl) * lit,
                sky = .5f + .5f * ny,
                back = Math.max(0, -nx * light.sunX - nz * light.sunZ) * .14f;
        float cell = Terrain.cellAt(x, z),
                cav =
                        ground.base(x, z)
                                - .25f
                                        * (ground.base(x + 6 * cell, z)
                                                + ground.base(x - 6 * cell, z)
                                                + ground.base(x, z + 6 * cell)
                                                + ground.base(x, z - 6 * cell));
        float ao = clamp(.86f + cav / (cell * 6) * .8f, .45f, 1.08f);
        float k = 1.28f * ao * (sky + back), bn = .10f * (1 - ny) + .05f;
        float sr = light.sun[0] * .40f, sg = light.sun[1] * .40f, sb = light.sun[2] * .40f;
        hit.rgb[0] = r * (sr * dif + light.ambient[0] * k + sr * bn * r * .5f);
        hit.rgb[1] = g * (sg * dif + light.ambient[1] * k + sg * bn * g * .5f);
        hit.rgb[2] = b * (sb * dif + light.ambient[2] * k + sb * bn * b * .5f);
        if (spec > 0 && lit > 0) {
            float s2 = spec * .22f * lit * pow(clamp(nl), 8);
            for (int i = 0; i < 3; i++) hit.rgb[i] += light.sun[i] * s2 * .15f + light.horizon[i] * .02f * spec;
        }
        if (snow && fine && t < 40) {
            float sp = Noise.unit(floor(x * 55), floor(z * 55), salt + 4);
            if (sp > .994f) for (int i = 0; i < 3; i++) hit.rgb[i] += light.sun[i] * .35f * lit * (sp - .994f) * 160;
        }
    }

    /** Colour of the flowers at a place into o; returns how dense they stand. */
    public float flowers(float x, float z, float[] o, float t) {
        return soil.flowers(x, z, o, t);
    }

    /** 0..1: how much sunlight reaches the point. */
    public float sunlight(float x, float y, float z, float t, boolean fine) {
        if (light.sunY <= 0) return 0;
        float d = Math.max(.25f, t * .012f),
                run = sqrt(square(light.sunX) + square(light.sunZ)),
                ux = light.sunX / run,
                uz = light.sunZ / run,
                lit = 1,
                soft = Terrain.cellAt(x, z) * .30f;
        int n = fine ? 17 : 10;
        float grow = fine ? 1.55f : 2f;
        for (int i = 0; i < n; i++) {
            float yy = y + traits.tanSun * d;
            if (yy > ground.highest) break;
            float gap = yy - ground.base(x + ux * d, z + uz * d);
            lit = Math.min(lit, 1.0f + gap / (.06f * d + .2f + soft));
            if (lit <= 0) return 0;
            d *= grow;
        }
        return clamp(lit);
    }

    /** Shadows of drifting clouds on the land. */
    public float clouds(float x, float z) {
        if (light.night || light.cover < .2f) return 1;
        float n = Noise.fbm(x / 900f + 3, z / 1500f, salt + 90, 3);
        return mix(
                1,
                .28f + .72f * step(-.22f, .14f, n),
                step(60, 500, z) * step(.2f, .45f, light.cover) * (light.sunY < .12f ? .4f : 1));
    }
}
