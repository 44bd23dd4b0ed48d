package io.heliograph.plugins.procedural.pattern;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.rgb;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.prompt.Tint;

/** Six colours for a picture without things, as display values. */
final class Palette {
    private static final int[][] PALETTES = {
        {0x0b132b, 0x1c2541, 0x3a506b, 0x5bc0be, 0xf4f1de, 0xff7f51},
        {0x2b0f2e, 0x6a1b4d, 0xd1495b, 0xedae49, 0xfff4d6, 0x30638e},
        {0x03071e, 0x370617, 0x9d0208, 0xe85d04, 0xffba08, 0xfff3c4},
        {0x10002b, 0x3c096c, 0x7b2cbf, 0xc77dff, 0xffd6ff, 0x4cc9f0},
        {0x012a36, 0x0f5257, 0x2a9d8f, 0xe9c46a, 0xf4a261, 0xe76f51},
        {0x0d1b2a, 0x1b3a4b, 0x006466, 0x78c6a3, 0xe9f5db, 0xffb5a7},
        {0x1a1423, 0x3d314a, 0x684756, 0x96705b, 0xe8c39e, 0xf7ede2},
        {0x001219, 0x005f73, 0x0a9396, 0x94d2bd, 0xee9b00, 0xbb3e03}
    };
    private final float[][] colours = new float[6][];

    private Palette(int k) {
        for (int i = 0; i < 6; i++) {
            int v = PALETTES[k][i];
            colours[i] = rgb((v >> 16) / 255.0, (v >> 8 & 255) / 255.0, (v & 255) / 255.0);
        }
    }

    /** The palette that suits a tint, or one by chance. */
    static Palette of(Tint tint, Rng rng) {
        int k = rng.below(8);
        return new Palette(
                switch (tint) {
                    case RED, ORANGE -> 2;
                    case GOLD -> rng.chance(.5f) ? 1 : 7;
                    case GREEN -> 5;
                    case TEAL -> 4;
                    case BLUE -> 0;
                    case PURPLE, PINK -> 3;
                    case GREY -> 6;
                    default -> k;
                });
    }

    float[] get(int i) {
        return colours[i];
    }

    void ramp(float t, float[] o) {
        t = clamp(t, 0, .9999f) * 5;
        int i = (int) t;
        float f = t - i;
        f = f * f * (3 - 2 * f);
        for (int k = 0; k < 3; k++) o[k] = colours[i][k] + (colours[i + 1][k] - colours[i][k]) * f;
    }
}
