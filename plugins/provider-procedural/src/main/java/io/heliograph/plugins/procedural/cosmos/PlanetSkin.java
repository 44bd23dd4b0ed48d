package io.heliograph.plugins.procedural.cosmos;

import static io.heliograph.plugins.procedural.maths.Num.bell;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;

/** The surface of a planet: bands of gas, seas with land and clouds, or bare rock, with the shadow its rings cast. */
final class PlanetSkin {
    private final Space space;
    private final int salt, kind;
    private final boolean rings;
    private final float roll, tilt, sunX, sunY, sunZ, time;
    private final float[][] skin;
    private final float[] air;

    PlanetSkin(Space space, int s, float time) {
        this.space = space;
        this.salt = s;
        this.time = time;
        kind = space.kind;
        rings = space.rings;
        roll = space.roll;
        tilt = space.tilt;
        sunX = space.sunX;
        sunY = space.sunY;
        sunZ = space.sunZ;
        skin = space.skin;
        air = space.air;
    }

    /** Colour before light falls on it, the direction of the ground, and how much it mirrors. */
    private static final class Ground {
        float r, g, bl, nx, ny, nz, spec;
    }

    void surface(float x, float y, float z, float[] o) {
        float ca = cos(roll * .8f),
                sa = sin(roll * .8f),
                ct = sqrt(1 - tilt * tilt),
                a = x * ca + y * sa,
                b0 = -x * sa + y * ca,
                b = b0 * ct - z * tilt * (rings ? 1 : .6f),
                cz = z * ct + b0 * tilt * (rings ? 1 : .6f);
        float spin = time * .02f, cs = cos(spin), ss = sin(spin);
        {
            float t = a * cs - cz * ss;
            cz = a * ss + cz * cs;
            a = t;
        }
        Ground p = new Ground();
        p.nx = x;
        p.ny = y;
        p.nz = z;
        if (kind <= 1) gasBands(a, b, cz, p);
        else if (kind == 2) land(a, b, cz, p);
        else bareRock(a, b, cz, p);
        light(x, y, z, p, o);
    }

    private void gasBands(float a, float b, float cz, Ground ground) {
        float r, g, bl;
        float lat = b + .028f * Noise.fbm3(a * 3, b * 7, cz * 3, salt + 40, 4),
                w1 = Noise.fbm3(a * 4.5f, b * 16, cz * 4.5f, salt + 41, 5),
                f =
                        Noise.at(lat * 7 + .25f * w1, 1, salt + 42) * .6f
                                + Noise.at(lat * 19 + .5f * w1, 2, salt + 43) * .32f
                                + Noise.at(lat * 47 + .9f * w1, 3, salt + 44) * .16f;
        float t = clamp(.5f + .75f * f), t2 = clamp(.5f + .9f * Noise.at(lat * 4.3f, 5, salt + 45));
        float[] p = mix(mix(skin[0], skin[1], t), mix(skin[2], skin[3], t), t2 * .65f);
        r = p[0];
        g = p[1];
        bl = p[2];
        float sx = a - .35f, sy = (b + .28f) * 2.2f, sd = sqrt(sx * sx + sy * sy);
        if (!rings && cz < 0 && sd < .34f) {
            float q = step(.34f, .16f, sd + .04f * w1);
            r = mix(r, skin[3][0] * 1.25f, q * .75f);
            g = mix(g, skin[3][1], q * .75f);
            bl = mix(bl, skin[3][2], q * .75f);
        }
        float pole = step(.72f, 1, Math.abs(b));
        r *= 1 - .3f * pole;
        g *= 1 - .24f * pole;
        bl *= 1 - .12f * pole;
        ground.r = r;
        ground.g = g;
        ground.bl = bl;
    }

    private void land(float a, float b, float cz, Ground ground) {
        float r, g, bl, spec;
        float n = Noise.fbm3(a * 1.9f + 4, b * 1.9f, cz * 1.9f, salt + 46, 8),
                land = step(.02f, .07f, n),
                ice = step(.70f, .80f, Math.abs(b) + .15f * n);
        float dry = clamp(.5f + 1.4f * Noise.fbm3(a * 3, b * 3, cz * 3 + 7, salt + 47, 4) - Math.abs(b) * .5f + .2f);
        r = mix(.010f, mix(.055f, .34f, dry), land);
        g = mix(.045f + .05f * step(-.15f, .02f, n), mix(.11f, .24f, dry), land);
        bl = mix(.16f + .06f * step(-.15f, .02f, n), mix(.035f, .12f, dry), land);
        r = mix(r, .80f, ice);
        g = mix(g, .84f, ice);
        bl = mix(bl, .9f, ice);
        spec = (1 - land) * (1 - ice);
        float w = Noise.fbm3(a * 2.2f, b * 3, cz * 2.2f, salt + 48, 4),
                cl =
                        step(
                                .02f,
                                .40f,
                                Noise.fbm3(a * 2.6f + 1.2f * w, b * 4.2f + .8f * w, cz * 2.6f, salt + 49, 7) + .06f);
        r = mix(r, .92f, cl);
        g = mix(g, .94f, cl);
        bl = mix(bl, .97f, cl);
        spec *= 1 - cl;
        ground.r = r;
        ground.g = g;
        ground.bl = bl;
        ground.spec = spec;
    }

    private void bareRock(float a, float b, float cz, Ground ground) {
        float r, g, bl, nx = ground.nx, ny = ground.ny, nz = ground.nz;
        float e = .012f, n0 = rock(a, b, cz), n1 = rock(a + e, b, cz), n2 = rock(a, b + e, cz);
        float k = .34f;
        nx -= k * (n1 - n0) / e * .25f;
        ny -= k * (n2 - n0) / e * .25f;
        float t = clamp(.5f + .9f * n0), v = Noise.fbm3(a * 5, b * 5, cz * 5, salt + 51, 4);
        float[] p = mix(skin[1], skin[0], t);
        r = p[0] * (.75f + .35f * v);
        g = p[1] * (.75f + .35f * v);
        bl = p[2] * (.75f + .35f * v);
        float il = 1 / sqrt(nx * nx + ny * ny + nz * nz);
        nx *= il;
        ny *= il;
        nz *= il;
        ground.r = r;
        ground.g = g;
        ground.bl = bl;
        ground.nx = nx;
        ground.ny = ny;
        ground.nz = nz;
    }

    private void light(float x, float y, float z, Ground p, float[] o) {
        float r = p.r, g = p.g, bl = p.bl, nx = p.nx, ny = p.ny, nz = p.nz, spec = p.spec, ct = sqrt(1 - tilt * tilt);
        float nl = nx * sunX + ny * sunY + nz * sunZ,
                smooth = x * sunX + y * sunY + z * sunZ,
                lit = kind == 3 ? clamp(nl) * step(-.05f, .12f, smooth) : clamp((nl + .06f) / 1.06f);
        if (rings && lit > 0) {
            float sa0 = cos(roll * .8f),
                    sb = sin(roll * .8f),
                    zx = -sb * ct,
                    zy = sa0 * ct,
                    zz = -tilt,
                    dn = sunX * zx + sunY * zy + sunZ * zz,
                    pn = x * zx + y * zy + z * zz;
            if (Math.abs(dn) > .01f) {
                float t = -pn / dn;
                if (t > 0) {
                    float qx = x + sunX * t,
                            qy = y + sunY * t,
                            qz = z + sunZ * t,
                            den = space.ringDensity(sqrt(qx * qx + qy * qy + qz * qz));
                    lit *= 1 - .75f * den;
                }
            }
        }
        float fres = 1 - Math.max(0, -z), f2 = fres * fres, rim = f2 * fres * step(-.25f, .5f, smooth);
        float warm = step(.35f, 0, smooth) * .35f;
        float hz = kind == 3 ? .12f : .55f;
        o[0] = r * lit * 1.55f * (1 + warm) + .002f;
        o[1] = g * lit * 1.5f * (1 - warm * .2f) + .002f;
        o[2] = bl * lit * 1.45f * (1 - warm * .6f) + .004f;
        for (int i = 0; i < 3; i++) o[i] = mix(o[i], air[i] * 1.1f * clamp(smooth * 1.4f + .22f), rim * hz);
        if (spec > 0) {
            float hx = sunX,
                    hy = sunY,
                    hz2 = sunZ - 1,
                    hn = 1 / sqrt(hx * hx + hy * hy + hz2 * hz2),
                    nh = (x * hx + y * hy + z * hz2) * hn,
                    sp = pow(Math.max(0, nh), 60) * spec * .9f;
            o[0] += sp;
            o[1] += sp * .95f;
            o[2] += sp * .85f;
        }
    }

    private float rock(float a, float b, float cz) {
        float n = Noise.fbm3(a * 3.2f, b * 3.2f, cz * 3.2f, salt + 50, 6);
        for (int k = 0; k < 2; k++) {
            float f = k == 0 ? 4.5f : 9f;
            int ix = floor(a * f), iy = floor(b * f), iz = floor(cz * f * .5f);
            int h = Noise.bits(ix + iz * 57, iy, salt + 52 + k);
            if ((h & 3) != 0) continue;
            float dx = a * f - ix - .5f,
                    dy = b * f - iy - .5f,
                    d = sqrt(dx * dx + dy * dy) / (.22f + .2f * (h >>> 4 & 15) / 15f);
            if (d < 1.3f) n += (d < 1 ? -.22f * (1 - d * d) : 0) + .10f * bell(d, 1, .14f);
        }
        return n;
    }
}
