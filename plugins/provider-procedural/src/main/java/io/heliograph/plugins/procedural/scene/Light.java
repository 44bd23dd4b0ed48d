package io.heliograph.plugins.procedural.scene;

import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;

/** Colours and direction of the light for one picture. All colours are linear and open-ended. */
public final class Light {
    public float[] zenith = new float[3],
            middle = new float[3],
            horizon = new float[3],
            sun = new float[3],
            ambient = new float[3],
            cloudLit = new float[3],
            cloudShade = new float[3],
            water = new float[3];

    /** Direction to the sun (or moon). z points into the picture. */
    public float sunX, sunY, sunZ;

    public float exposure = .9f, haze, glow = .4f, cover, saturation = 1.06f;
    public boolean night;
    float warm = 0;

    void aim(float az, float el) {
        sunX = sin(az) * cos(el);
        sunY = sin(el);
        sunZ = cos(az) * cos(el);
    }

    /** Clear-sky colour in the unit direction (dx,dy,dz). */
    public void sky(float dx, float dy, float dz, float[] o) {
        float y = Math.max(0, dy),
                mu = Math.max(-1, Math.min(1, dx * sunX + dy * sunY + dz * sunZ)),
                m = Math.max(0, mu);
        float t1 = exp(-y * 8f), t2 = exp(-y * 2.9f), side = .55f + .45f * pow((mu + 1) * .5f, night ? .5f : 1.6f);
        float m2 = m * m,
                m4 = m2 * m2,
                m8 = m4 * m4,
                g1 = m4 * m2 * .16f,
                g2 = pow(m, 40) * .26f,
                g3 = pow(m, 420) * .5f;
        float gl = glow * (g1 * t2 + g2 + g3), far = .25f * glow * m8 * t1;
        for (int i = 0; i < 3; i++) {
            float v = mix(zenith[i], middle[i], t2);
            v = mix(v, horizon[i] * side, t1);
            o[i] = v + sun[i] * (gl + far * .2f);
        }
    }

    /** Sunlight arrives from above, tinted by the water. */
    void underwater(float variety) {
        boolean dark = night;
        float k = dark ? .25f : 1;
        sun = rgb(2.6 * k, 3.4 * k, 3.1 * k);
        ambient = rgb(.045 * k, .20 * k, .27 * k);
        float green = variety > .6f ? .75f : 1;
        zenith = rgb(.02 * k, .16 * k, .30 * k * green);
        middle = zenith;
        horizon = rgb(.012 * k, .12 * k, .20 * k * green);
        cloudLit = horizon;
        sunX = .25f;
        sunY = .92f;
        sunZ = .3f;
        exposure = dark ? 1.6f : 1.05f;
        saturation = 1.08f;
        cover = 0;
        night = false;
        haze = 0;
    }
    /** Space has no air: a little more light and colour, and the sun behind the viewer. */
    public void space() {
        night = true;
        exposure = 1.15f;
        saturation = 1.12f;
        sunZ = -1;
    }
}
