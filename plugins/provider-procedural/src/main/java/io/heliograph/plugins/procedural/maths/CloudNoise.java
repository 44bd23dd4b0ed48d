package io.heliograph.plugins.procedural.maths;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

/** The two blocks of noise that clouds are cut from. Building them takes some tenths of a second, so one copy serves every picture of an engine. */
public final class CloudNoise {
    private final NoiseBlock puffs = new NoiseBlock(), billows = new NoiseBlock();

    public CloudNoise(Workers workers) {
        workers.each(64, z -> {
            for (int y = 0; y < 64; y++)
                for (int x = 0; x < 64; x++) {
                    float w = .625f * worley(x, y, z, 4, 1)
                            + .25f * worley(x, y, z, 9, 2)
                            + .125f * worley(x, y, z, 16, 3);
                    float n = .5f * tiled(x, y, z, 4, 11)
                            + .28f * tiled(x, y, z, 8, 12)
                            + .14f * tiled(x, y, z, 16, 13)
                            + .08f * tiled(x, y, z, 32, 14);
                    int k = z << 12 | y << 6 | x;
                    puffs.values[k] = clamp(.5f + 1.5f * (.62f * w + .38f * n - .5f));
                    billows.values[k] = clamp(.55f * worley(x, y, z, 6, 4)
                            + .30f * worley(x, y, z, 12, 5)
                            + .15f * worley(x, y, z, 21, 6));
                }
        });
    }

    /** Puffy shapes, 0..1: rolling noise with round billows. */
    public NoiseBlock puffs() {
        return puffs;
    }

    /** Round billows only, 0..1; erodes the edges of clouds. */
    public NoiseBlock billows() {
        return billows;
    }

    private static float worley(float x, float y, float z, int n, int s) {
        x *= n / 64f;
        y *= n / 64f;
        z *= n / 64f;
        int ix = floor(x), iy = floor(y), iz = floor(z);
        float best = 9;
        for (int k = -1; k <= 1; k++)
            for (int j = -1; j <= 1; j++)
                for (int i = -1; i <= 1; i++) {
                    int h = Noise.bits(
                            Math.floorMod(ix + i, n) + 64 * Math.floorMod(iy + j, n), Math.floorMod(iz + k, n), s);
                    float px = ix + i + (h & 1023) / 1023f - x,
                            py = iy + j + (h >>> 10 & 1023) / 1023f - y,
                            pz = iz + k + (h >>> 20 & 1023) / 1023f - z;
                    best = Math.min(best, px * px + py * py + pz * pz);
                }
        return 1 - Math.min(1, sqrt(best));
    }

    private static float tiled(float x, float y, float z, int n, int s) {
        x *= n / 64f;
        y *= n / 64f;
        z *= n / 64f;
        int ix = floor(x), iy = floor(y), iz = floor(z);
        float fx = x - ix, fy = y - iy, fz = z - iz, r = 0;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        fz = fz * fz * (3 - 2 * fz);
        for (int c = 0; c < 8; c++) {
            int i = c & 1, j = c >> 1 & 1, k = c >> 2;
            r += Noise.unit((ix + i) % n + 64 * ((iy + j) % n), (iz + k) % n, s)
                    * (i == 0 ? 1 - fx : fx)
                    * (j == 0 ? 1 - fy : fy)
                    * (k == 0 ? 1 - fz : fz);
        }
        return r;
    }
}
