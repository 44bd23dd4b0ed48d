package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;

/** Boulders and pebbles on the ground. */
final class Stones {
    private final Composer composer;
    private final int salt;
    private final boolean water;
    private final boolean hill;
    private final boolean desert;
    private final boolean snow;
    private final boolean meadow;
    private final boolean canyon;
    private final boolean forest;
    private final boolean under;
    private final boolean valley;

    Stones(Traits traits) {
        composer = traits.composer;
        salt = traits.salt;
        water = traits.water;
        hill = traits.hill;
        desert = traits.desert;
        snow = traits.snow;
        meadow = traits.meadow;
        canyon = traits.canyon;
        forest = traits.forest;
        under = traits.under;
        valley = traits.valley;
    }

    /** Boulders and pebbles: domes in a jittered grid. 0 where there is none. */
    float at(float x, float z, float ground) {
        float d = stoneDensity(ground);
        if (d <= .004f) return 0;
        return Math.max(
                stone(x, z, 5.2f, (water || under || canyon ? .26f : .10f) * d, 1),
                Math.max(stone(x, z, 1.3f, .38f * d, 2), stone(x, z, .42f, .6f * d, 3)));
    }

    private float stoneDensity(float h) {
        if (desert) return 0;
        if (under) return .55f;
        if (water)
            return composer.spec.has(Thing.BEACH)
                    ? step(-1.6f, -.2f, h) * .12f
                    : step(-2.4f, -.4f, h) * (valley ? .30f : h > 4 ? .35f : .9f);
        return snow ? .14f : meadow ? .05f : hill ? .10f : forest ? .3f : canyon ? .6f : .5f;
    }

    private float stone(float x, float z, float size, float p, int k) {
        int ix = floor(x / size), iz = floor(z / size), h = Noise.bits(ix, iz, salt + 700 + k);
        float u = (h & 255) / 255f;
        if (u > p) return 0;
        float r = size * (.16f + .24f * (h >>> 8 & 255) / 255f),
                cx = (ix + .5f) * size + ((h >>> 16 & 63) / 63f - .5f) * (size - 2.2f * r),
                cz = (iz + .5f) * size + ((h >>> 22 & 63) / 63f - .5f) * (size - 2.2f * r);
        float dx = (x - cx) / r,
                dz = (z - cz) / r,
                an = (h & 127) * .05f,
                ca = cos(an),
                sa = sin(an),
                ex = ca * dx - sa * dz,
                ez = (sa * dx + ca * dz) * (1.05f + .5f * (h >>> 28 & 7) / 7f),
                n =
                        .34f * Math.abs(Noise.at(x * 1.3f / r, z * 1.3f / r, salt + k))
                                + .16f * Math.abs(Noise.at(x * 3f / r, z * 3f / r, salt + 5 + k));
        if (ex * ex + ez * ez > 1.3f) return 0;
        // a lump cut by a few planes, so that faces and edges show

        float top = .62f + .25f * (h >>> 12 & 7) / 7f, f = sqrt(Math.max(0, 1 - (ex * ex + ez * ez) * .92f)) * 1.05f;
        f = Math.min(f, top + .35f * ex);
        f = Math.min(f, 1.12f - 1.05f * ex + .3f * ez);
        f = Math.min(f, 1.05f + .9f * ex - .45f * ez);
        f = Math.min(f, 1.1f + .75f * ez);
        f -= n * .62f;
        return f <= 0 ? 0 : r * .80f * f;
    }
}
