package io.heliograph.plugins.procedural.land;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.scene.Composer;

/** Ranges and lone peaks far away. */
final class Mountains {
    private final Composer composer;
    private final int salt;
    private final boolean water;
    private final float azimuth;

    Mountains(Traits traits) {
        composer = traits.composer;
        salt = traits.salt;
        water = traits.water;
        azimuth = traits.azimuth;
    }

    float height(float x, float z, float az, float cell, float[] o) {
        float start = water ? 900 : 1500, m = step(start, start + 3600, z);
        if (m <= 0) return 0;
        float a = switch (composer.silhouette) {
            case 0 -> .30f + .16f * Noise.at(az * 5, 1, salt);
            case 1 -> .16f + 1.0f * Math.min(1, Math.abs(az - composer.light.sunX * .3f - azimuth) / .42f);
            case 2 -> .14f + 1.0f * step(-.55f, .55f, az * composer.side);
            default -> .62f + .30f * Noise.at(az * 4, 2, salt);
        };
        float fit = clamp(.98f / composer.focal, .6f, 1.35f) * composer.horizon / .58f,
                rg = ridge(x, z, 2300, cell, o),
                h = m * a * rg * (composer.silhouette == 0 ? 1500 : 2050) * composer.relief * fit;
        if (composer.silhouette == 0) {
            float pz = 5400, px = composer.peakAzimuth * (pz + 60), d = sqrt(square(x - px) + square((z - pz) * .9f));
            float k = Math.max(0, 1 - d / 3300);
            h += k * sqrt(k) * (.30f + .85f * rg) * 1750 * composer.relief * fit;
        } else {
            float back = step(6500, 10500, z);
            h += back * 900 * composer.relief * fit * ridge(x + 5000, z, 3100, cell, o) * (.6f + .4f * a);
        }
        return h;
    }

    /** Mountain ridges: octaves are weakened where the slope is already steep, which leaves smooth valleys and rough crests. 0..1.2 */
    float ridge(float x, float z, float wave, float cell, float[] o) {
        float px = x / wave + 13 + salt % 97, pz = z / wave + 7, a = 0, b = 1, dx = 0, dz = 0, l = wave;
        for (int i = 0; i < 9 && l > cell * 2; i++) {
            Noise.grad(px, pz, salt + 31 * i, o);
            dx += o[1];
            dz += o[2];
            a += b * o[0] / (1 + dx * dx + dz * dz) * Math.min(1, l / cell * .5f - 1);
            b *= .5f;
            float t = 1.6f * px + 1.2f * pz;
            pz = -1.2f * px + 1.6f * pz;
            px = t;
            l *= .5f;
        }
        float v = .50f + .55f * a;
        v = v < 0 ? v * .2f : v;
        // sharp crests on top

        px = x / (wave * .62f) + 3;
        pz = z / (wave * .62f) + 11;
        float rd = 0, w = 1;
        b = .5f;
        l = wave * .62f;
        for (int i = 0; i < 8 && l > cell * 2; i++) {
            float n = 1 - Math.abs(Noise.at(px, pz, salt + 400 + i));
            n *= n * w;
            w = clamp(n * 1.9f);
            rd += b * n * Math.min(1, l / cell * .5f - 1);
            b *= .52f;
            float t = 1.6f * px + 1.2f * pz;
            pz = -1.2f * px + 1.6f * pz;
            px = t;
            l *= .5f;
        }
        return .40f * v + .78f * rd;
    }
}
