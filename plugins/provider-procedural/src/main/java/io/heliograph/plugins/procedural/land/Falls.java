package io.heliograph.plugins.procedural.land;

import io.heliograph.plugins.procedural.scene.Composer;

/** Where the waterfall stands. */
public final class Falls {
    private Falls() {}

    /** Distance: far enough for the lens to hold the whole cliff. */
    public static float z(Composer composer) {
        return Math.max(90, 178 * composer.focal);
    }

    public static float x(Composer composer) {
        return -composer.side * .13f / composer.focal * z(composer);
    }
}
