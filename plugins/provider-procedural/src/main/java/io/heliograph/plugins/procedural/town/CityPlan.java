package io.heliograph.plugins.procedural.town;

import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.scene.Composer;
import java.util.ArrayList;
import java.util.List;

/** Lays out a town on a street grid: towers with set-backs and masts around a centre, lower blocks further out. */
final class CityPlan {
    static final float BLOCK = 62, STREET = 17;
    private final int salt;
    final boolean aerial;
    final float z0;
    final int rows, half;
    final List<Box> boxes = new ArrayList<>();
    final int[][] inBlock;
    private final float centreX, centreZ;
    private final Rng rng;
    private final float tall;

    CityPlan(Composer composer) {
        salt = composer.salt;
        aerial = composer.aerialCity;
        z0 = aerial ? 120 : 352;
        rows = aerial ? 96 : 22;
        half = aerial ? 62 : 22;
        inBlock = new int[rows * (2 * half)][];
        rng = new Rng(composer.seed ^ 0xc17eL);
        float az = -composer.side * rng.in(.04f, .22f) / composer.focal;
        centreZ = aerial ? rng.in(750, 1100) : 760;
        centreX = az * centreZ;
        float spread = rng.in(230, 420) * (aerial ? 1.5f : 1);
        tall = rng.in(.8f, 1.25f);
        float c2x = centreX + rng.sign() * rng.in(380, 640);
        for (int j = 0; j < rows; j++)
            for (int i = -half; i < half; i++) {
                float bx = i * BLOCK, bz = z0 + j * BLOCK, zz = bz + BLOCK / 2;
                List<Integer> mine = new ArrayList<>();
                inBlock[j * 2 * half + i + half] = new int[0];
                if (Math.abs(bx) > zz * .75f / composer.focal + 260) continue;
                float
                        d1 =
                                sqrt(square((bx - centreX) / spread)
                                        + square((zz - centreZ) / (spread * (aerial ? 1.5f : 1.1f)))),
                        d2 = sqrt(square((bx - c2x) / (spread * .5f)) + square((zz - centreZ) / spread));
                float core = exp(-d1 * d1) + .5f * exp(-d2 * d2);
                float width = BLOCK - STREET;
                if (Noise.unit(i, j, salt + 801) < .05f && core < .5f) continue;
                int split = core > .4f ? rng.below(3) : 1 + rng.below(3),
                        nx = split == 0 ? 1 : 2,
                        nz = split < 2 ? 1 : 2;
                for (int a = 0; a < nx; a++)
                    for (int b = 0; b < nz; b++) {
                        building(
                                mine,
                                bx + STREET / 2 + width * a / nx + 1,
                                bx + STREET / 2 + width * (a + 1) / nx - 1,
                                bz + STREET / 2 + width * b / nz + 1,
                                bz + STREET / 2 + width * (b + 1) / nz - 1,
                                core,
                                !aerial && j == 0);
                    }
                inBlock[j * 2 * half + i + half] =
                        mine.stream().mapToInt(Integer::intValue).toArray();
            }
    }

    private void building(List<Integer> mine, float x0, float x1, float y0, float y1, float core, boolean quay) {
        float u = rng.unit();
        float h = 12 + 22 * rng.unit() * rng.unit() + 14 * core + core * tall * (30 + 215 * pow(u, 2.1f));
        if (quay) h = Math.min(h, 24 + 40 * rng.unit());
        int kind = h > 60 ? rng.below(4) : 2 + rng.below(3);
        float v = rng.in(.75f, 1.2f);
        float[] col = switch (kind) {
            case 0 -> rng.of(rgb(.10, .13, .16), rgb(.08, .14, .19), rgb(.14, .12, .10));
            case 1 -> rng.of(rgb(.22, .23, .24), rgb(.42, .41, .39), rgb(.16, .17, .19));
            case 2 -> rng.of(rgb(.46, .41, .34), rgb(.55, .52, .48), rgb(.40, .30, .23));
            case 3 -> rng.of(rgb(.33, .31, .29), rgb(.50, .44, .36), rgb(.38, .25, .19));
            default -> rng.of(rgb(.38, .20, .14), rgb(.46, .34, .25), rgb(.30, .24, .21));
        };
        int id = boxes.size();
        float shrink = rng.in(.0f, .18f) * (x1 - x0);
        if (h > 50) {
            x0 += shrink * .5f;
            x1 -= shrink * .5f;
            y0 += shrink * .5f;
            y1 -= shrink * .5f;
        }
        float top = h;
        if (h > 75 && rng.chance(.62f)) { // set-backs
            int tiers = 1 + rng.below(3);
            float cx = (x0 + x1) / 2,
                    cz = (y0 + y1) / 2,
                    hw = (x1 - x0) / 2,
                    hd = (y1 - y0) / 2,
                    low = h * rng.in(.45f, .75f);
            put(mine, x0, x1, y0, y1, low, kind, col, v, id, false);
            for (int k = 0; k < tiers; k++) {
                float f = 1 - (k + 1) * rng.in(.13f, .22f);
                float hk = low + (h - low) * (k + 1) / tiers;
                put(mine, cx - hw * f, cx + hw * f, cz - hd * f, cz + hd * f, hk, kind, col, v, id, false);
            }
        } else put(mine, x0, x1, y0, y1, h, kind, col, v, id, false);
        float cx = (x0 + x1) / 2, cz = (y0 + y1) / 2;
        if (top > 110 && rng.chance(.36f))
            put(
                    mine,
                    cx - 1.1f,
                    cx + 1.1f,
                    cz - 1.1f,
                    cz + 1.1f,
                    top * rng.in(1.10f, 1.28f),
                    9,
                    rgb(.2, .2, .2),
                    1,
                    id,
                    true);
        else if (top > 25 && rng.chance(.7f)) {
            float rw = (x1 - x0) * .2f;
            float ox = rng.in(-.4f, .4f) * rw;
            put(
                    mine,
                    cx - rw + ox,
                    cx + rw * .6f + ox,
                    cz - rw,
                    cz + rw,
                    top + 4 + 3 * rng.unit(),
                    8,
                    rgb(.2, .2, .21),
                    1,
                    id,
                    false);
        }
    }

    private void put(
            List<Integer> m,
            float x0,
            float x1,
            float z0,
            float z1,
            float h,
            int kind,
            float[] col,
            float v,
            int id,
            boolean mast) {
        m.add(boxes.size());
        boxes.add(new Box(x0, x1, z0, z1, h, kind, col[0] * v, col[1] * v, col[2] * v, id, mast));
    }
}
