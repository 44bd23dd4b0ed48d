package io.heliograph.plugins.procedural.sky;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;

/** The air between the camera and things: fades colours with distance, more where it lies low as mist. */
public final class Haze {
    private final Composer composer;
    private final int salt;

    public Haze(Composer composer) {
        this.composer = composer;
        salt = composer.salt;
    }

    /** Fades a colour into the air. */
    public void apply(
            Sky sky, Camera camera, float px, float dx, float dy, float t, float y, float x, float z, float[] rgb) {
        Light light = composer.light;
        boolean mist = composer.has(Thing.FOG);
        float hs = mist ? 75 : 620,
                k = y / hs,
                thin = k > .01f ? (1 - exp(-k)) / k : 1,
                dist = t * sqrt(1 + dx * dx + dy * dy);
        float d = light.haze * dist * (composer.aerialCity ? (composer.light.night ? 2.2f : 1.3f) : 1);
        if (mist) {
            d *= 2.4f * (.75f + .7f * Noise.fbm(x / 260f, z / 420f + y / 60f, salt + 95, 3));
            d += .00004f * dist / thin;
        }
        float f = 1 - exp(-d * thin);
        if (dist > 9000) f = Math.max(f, step(9000, 17000, dist) * .92f);
        int i = clamp((int) px, 0, camera.width()) * 3;
        for (int q = 0; q < 3; q++) rgb[q] += (sky.fog[i + q] * .92f - rgb[q]) * f;
    }
}
