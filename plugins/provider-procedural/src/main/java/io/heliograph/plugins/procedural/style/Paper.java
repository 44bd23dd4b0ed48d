package io.heliograph.plugins.procedural.style;

import io.heliograph.plugins.procedural.maths.Noise;

/** Grain of paper. */
final class Paper {
    private Paper() {}

    static float grain(int x, int y, float k, int seed) {
        return .55f * Noise.fbm(x * .11f * k, y * .11f * k, seed + 1, 3)
                + .45f * Noise.at(x * .55f * k, y * .55f * k, seed + 2);
    }
}
