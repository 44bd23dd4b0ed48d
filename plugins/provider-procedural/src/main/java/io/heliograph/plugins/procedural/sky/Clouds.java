package io.heliograph.plugins.procedural.sky;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.pow;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.NoiseBlock;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;

/** Thin high clouds, and heaped clouds marched through block noise. */
final class Clouds {
    private static final float PLANET_RADIUS = 9e5f;
    private final Composer composer;
    private final Light light;
    private final int salt;
    private final float time;
    private final NoiseBlock puffs, billows;

    Clouds(Composer composer, float time) {
        this.composer = composer;
        this.time = time;
        light = composer.light;
        salt = composer.salt;
        puffs = composer.cloudNoise.puffs();
        billows = composer.cloudNoise.billows();
    }

    void cirrus(float ux, float uy, float uz, float[] o) {
        if (uy < .015f || composer.has(Thing.CLEAR) || composer.has(Thing.STORM)) return;
        float k = 1 / (uy + .09f), u = ux * k, v = uz * k, wob = Noise.fbm(u * .6f + 5, v * .6f, salt + 200, 3);
        u += time * .006f;
        float n = Noise.fbm(
                        (u * .8f + v * .35f) * 1.1f + .9f * wob,
                        (v * .9f - u * .3f) * 3.2f * .5f + .6f * wob,
                        salt + 210,
                        5)
                + .6f * Noise.fbm(u * .3f, v * .3f, salt + 220, 2);
        float d = step(.08f, .75f, n + .10f) * step(.015f, .16f, uy) * (light.night ? .14f : .62f);
        if (d <= 0) return;
        float mu = Math.max(0, ux * light.sunX + uy * light.sunY + uz * light.sunZ), m4 = mu * mu * mu * mu;
        for (int i = 0; i < 3; i++)
            o[i] = mix(
                    o[i],
                    mix(light.cloudShade[i], light.cloudLit[i], .55f + .45f * m4) + light.sun[i] * .06f * m4 * m4,
                    d * .75f);
    }

    private float reach(float uy, float y) {
        return (-uy + sqrt(uy * uy + 2 * y / PLANET_RADIUS)) * PLANET_RADIUS;
    }

    void cumulus(float ux, float uy, float uz, int ii, int jj, float[] back, float[] q) {
        boolean storm = composer.has(Thing.STORM);
        float base = storm ? 750 : 1150,
                thick = storm ? 1900 : 650 + 900 * composer.variety,
                t0 = reach(uy, base),
                t1 = reach(uy, base + thick);
        if (t0 > 60000) return;
        t1 = Math.min(t1, t0 + 14000);
        int n = (int) clamp(14 + 26 * (1 - uy), 18, 36);
        float dt = (t1 - t0) / n,
                mu = ux * light.sunX + uy * light.sunY + uz * light.sunZ,
                m = Math.max(0, mu),
                m4 = m * m * m * m,
                m16 = m4 * m4 * m4 * m4;
        float jit = fract(.06711056f * ii + .00583715f * jj);
        jit = fract(52.982918f * jit);
        float tr = 1,
                r = 0,
                g = 0,
                b = 0,
                ox = (salt & 1023) * 37f + time * 9,
                oz = (salt >>> 10 & 1023) * 41f,
                hit = 0,
                wsum = 0;
        float phase = .62f + .55f * m4 + 1.5f * m16 + (light.night ? 0 : 1.6f * pow(m, 90));
        float erode = Math.min(1, 9000 / t0);
        for (int i = 0; i < n && tr > .02f; i++) {
            float t = t0 + (i + jit) * dt, x = ux * t + ox, z = uz * t + oz, f = (i + jit) / n;
            float d = density(x, f, z, thick, erode);
            if (d <= 0) continue;
            float y = f * thick, tau = 0;
            float st = 70;
            for (int k = 0; k < 3; k++) {
                float yy = y + light.sunY * st;
                float fy = yy / thick;
                if (fy > 1) break;
                tau += density(x + light.sunX * st, Math.max(.02f, fy), z + light.sunZ * st, thick, 0)
                        * (k == 0 ? 110 : k == 1 ? 220 : 420);
                st *= 2.6f;
            }
            float sun = exp(-tau * .0078f) * .82f + .18f * exp(-tau * .0016f),
                    powder = 1 - .55f * exp(-d * 3.2f),
                    a = 1 - exp(-d * dt * .011f),
                    amb = .55f + .6f * f;
            float lit = sun * phase * powder;
            float wgt = a * tr;
            r += wgt * (light.cloudLit[0] * lit + light.cloudShade[0] * amb);
            g += wgt * (light.cloudLit[1] * lit + light.cloudShade[1] * amb);
            b += wgt * (light.cloudLit[2] * lit + light.cloudShade[2] * amb);
            hit += wgt * t;
            wsum += wgt;
            tr *= 1 - a;
        }
        if (wsum <= 0) return;
        // distance fades the cloud into the sky behind it

        float far = 1 - exp(-Math.max(0, hit / wsum - 2000) / 24000f);
        float near = step(.0f, .035f, uy);
        far = 1 - (1 - far) * (.25f + .75f * near);
        float cov = 1 - tr;
        q[0] = mix(r, back[0] * cov, far);
        q[1] = mix(g, back[1] * cov, far);
        q[2] = mix(b, back[2] * cov, far);
        q[3] = tr;
    }

    private float density(float x, float f, float z, float thick, float detail) {
        float k = 64f / 6100, big = puffs.at(x * k * .21f + 11, 7.5f, z * k * .21f); // where clouds gather
        float cov = light.cover + 1.25f * (big - .47f),
                profile = step(0, .10f, f) * (1 - .95f * square(Math.max(0, f - .18f) / .82f));
        float thr = mix(.71f, .33f, cov) + (1 - profile) * .26f;
        if (thr > 1) return 0;
        float y = f * thick, v = puffs.at(x * k, y * k * 1.25f, z * k);
        float d = v - thr;
        if (d < -.12f) return 0;
        d += .34f * (puffs.at(x * k * 3.1f, y * k * 3.4f + 9, z * k * 3.1f) - .5f);
        if (d <= 0) return 0;
        if (detail > .05f)
            d -= .20f * detail * (1 - billows.at(x * k * 6.3f, y * k * 6.3f, z * k * 6.3f)) * (1 - Math.min(1, d * 3));
        return d <= 0 ? 0 : Math.min(1, d * 5.5f);
    }
}
