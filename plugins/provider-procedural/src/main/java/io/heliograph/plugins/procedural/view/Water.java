package io.heliograph.plugins.procedural.view;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.land.Hit;
import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Mirror;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import io.heliograph.plugins.procedural.sky.Sky;
import org.jspecify.annotations.Nullable;

/** The water surface: waves, mirror image of land and sky, sun glitter, shallows and foam. */
final class Water {
    private final Composer composer;
    private final Terrain ground;
    private final Sky sky;
    private final @Nullable Mirror mirror;
    private final Camera camera;
    private final Light light;
    private final int salt;
    private final float time;
    private final boolean sea, beach, tropic, storm, calm, city;
    private final float amp;

    Water(Composer composer, Terrain ground, Sky sky, @Nullable Mirror mirror, Camera camera, float time) {
        this.composer = composer;
        this.ground = ground;
        this.sky = sky;
        this.mirror = mirror;
        this.camera = camera;
        this.time = time;
        light = composer.light;
        salt = composer.salt;
        sea = ground.sea;
        beach = composer.has(Thing.BEACH);
        storm = composer.has(Thing.STORM);
        city = composer.spec.family() == Family.CITY;
        tropic = (beach || composer.has(Thing.PALM) || composer.has(Thing.ISLAND))
                && !light.night
                && composer.spec.time() == TimeOfDay.DAY;
        calm = !sea;
        amp = city ? .30f : storm ? 1.5f : sea ? .85f : .22f;
    }

    void shade(float px, float dx, float dy, float d, Hit hit) {
        float x = camera.x() + dx * d,
                z = camera.z() + d,
                foot = d / camera.focal() * Math.max(1, .30f * d / camera.y()),
                nx = 0,
                nz = 0,
                lost = 0;
        float[] o = hit.scratch;
        float patch =
                sea ? 1 : .30f + .9f * step(-.1f, .45f, Noise.fbm(x / 60f + time * .02f, z / 160f, salt + 510, 2));
        float a = .074f * amp * patch, fr = sea ? .055f : .14f, ang = .5f + composer.variety;
        for (int k = 0; k < 7; k++) {
            float wl = foot * fr * 1.5f, keep = 1 / (1 + wl * wl);
            lost += square(a * (1 - keep)) * .45f;
            if (keep > .04f) {
                float ca = cos(ang),
                        sa = sin(ang),
                        u = (ca * x + sa * z) * fr + time * (.55f + .25f * k) * .6f,
                        v = (-sa * x + ca * z) * fr * .55f;
                Noise.grad(u, v, salt + 500 + k, o);
                float gx = o[1], gz = o[2] * .55f;
                nx += a * keep * (ca * gx - sa * gz);
                nz += a * keep * (sa * gx + ca * gz);
            }
            fr *= 1.9f;
            a *= .86f;
            ang += 1.1f;
        }
        float var = .0004f * amp + lost, len = 1 / sqrt(dx * dx + dy * dy + 1), vx = dx * len, vy = dy * len, vz = len;
        float il = 1 / sqrt(nx * nx + 1 + nz * nz),
                normalX = -nx * il,
                normalY = il,
                normalZ = -nz * il,
                dn = vx * normalX + vy * normalY + vz * normalZ;
        if (dn > -.015f) dn = -.015f;
        float rx = vx - 2 * dn * normalX, ry = vy - 2 * dn * normalY, rz = vz - 2 * dn * normalZ;
        if (rz < .15f) rz = .15f;
        if (ry < .004f) ry = .004f + (.004f - ry) * .5f;
        float xs = camera.width() * .5f + camera.focal() * rx / rz,
                up = camera.focal() * ry / rz,
                sig = sqrt(var) * camera.focal() * 1.5f;
        float r = 0, g = 0, b = 0, cover = 0;
        // what the surface mirrors, blurred upward by the waves too small to see

        float jit = Noise.unit((int) (px * 2), (int) (d * 7), 3) - .5f;
        int taps = city ? 6 : sig > 3 ? 4 : 2;
        float[] mir = hit.scratch;
        float[] q = new float[4];
        for (int k = 0; k < taps; k++) {
            float e = ((k + .5f + jit * .8f) / taps - .35f) * 2.1f * sig,
                    yy = Math.max(1, up + e),
                    xx = xs + (jit * .5f) * sig * .35f;
            sky.sample(xx, yy, q);
            float sr = q[0], sg = q[1], sb = q[2];
            if (mirror != null) {
                mirror.sample(xx, yy, mir);
                float m = 1 - mir[3];
                sr = sr * m + mir[0];
                sg = sg * m + mir[1];
                sb = sb * m + mir[2];
                cover += mir[3];
            }
            r += sr;
            g += sg;
            b += sb;
        }
        r /= taps;
        g /= taps;
        b /= taps;
        cover /= taps;
        float c1 = 1 + dn, c5 = c1 * c1;
        c5 = c5 * c5 * c1;
        float fresnel = .02f + .98f * c5 / (1 + 9 * var * 2);
        float bed = -ground.base(x, z), wv = Math.max(.25f, .5f + 2.4f * (nx * vx + nz * vz));
        float br = light.water[0] + light.ambient[0] * .045f * wv + light.middle[0] * .02f * wv,
                bg = light.water[1] + light.ambient[1] * .065f * wv + light.middle[1] * .03f * wv,
                bb = light.water[2] + light.ambient[2] * .075f * wv + light.middle[2] * .035f * wv;
        float sunUp = Math.max(.1f, light.sunY);
        if (tropic) {
            float k = step(14, .3f, bed);
            br = mix(br, .02f * light.sun[0] * sunUp + .02f, k * .9f);
            bg = mix(bg, .115f * light.sun[1] * sunUp + .08f, k * .9f);
            bb = mix(bb, .12f * light.sun[2] * sunUp + .10f, k * .9f);
        }
        if (bed < 3.2f) {
            float k = exp(-Math.max(0, bed) * (tropic ? 1.1f : sea ? 1.6f : 1.0f)) * .85f,
                    bn = .5f + .5f * Noise.fbm(x * 1.4f, z * 1.4f, salt + 511, 3);
            if (calm && d < 40) {
                float st = ground.stones(x, z, -bed);
                bn += st > 0 ? .35f : -.1f;
            }
            float e = (beach ? .26f : .10f) * (.6f + .8f * bn), tr = tropic ? .62f : 1, tb = tropic ? 1.35f : 1;
            br = mix(br, e * tr * (light.ambient[0] * .9f + light.sun[0] * .30f * sunUp), k);
            bg = mix(bg, e * .88f * (light.ambient[1] * .9f + light.sun[1] * .30f * sunUp), k);
            bb = mix(bb, e * .66f * tb * (light.ambient[2] * .9f + light.sun[2] * .30f * sunUp), k);
        }
        // glitter: the share of small facets that mirror the sun

        float hx = light.sunX - vx,
                hy = light.sunY - vy,
                hz = light.sunZ - vz,
                gx = hx / hy - normalX / normalY,
                gz = hz / hy - normalZ / normalY,
                vv = var + .0012f,
                facets = exp(-(gx * gx + gz * gz) / (2 * vv)) / (vv * 40 + .03f);
        float spec = hy > .02f
                ? facets * fresnel * .55f * (1 - cover) * (composer.spec.time() == TimeOfDay.BLUE ? .1f : 1)
                : 0;
        if (light.night && !composer.has(Thing.MOON)) spec *= .25f;
        spec *= storm ? .3f : 1;
        float f0 = mix(br, r, fresnel) + light.sun[0] * spec,
                f1 = mix(bg, g, fresnel) + light.sun[1] * spec,
                f2 = mix(bb, b, fresnel) + light.sun[2] * spec;
        float foam = 0;
        if (sea && !city) {
            if (bed < 4.5f && d < 900) {
                float n = Noise.fbm(x / 7f, z / 7f, salt + 512, 3), n2 = Noise.fbm(x * 1.1f, z * 1.1f, salt + 513, 4);
                float gap = beach ? 1 : .5f;
                float ph = bed * 2.1f * gap + n * 1.1f - .5f * sin(time * .7f + n * 3);
                float edge = step(.55f, .0f, ph);
                float wave = step(.16f, 0, Math.abs(fract(ph * .62f + .2f) - .5f) - .04f) * step(2.6f, .5f, ph) * .75f;
                foam = Math.max(edge * .95f, wave * step(-.25f, .2f, n2))
                        * (.35f + .65f * step(-.35f, .15f, n2 + .3f * edge));
                foam = Math.max(foam, .20f * step(2.0f, .2f, bed) * step(.1f, .45f, n2));
            }
            if (storm || amp > .6f) {
                float cap = Noise.fbm(x / 9f + time * .2f, z / 5f, salt + 514, 4)
                        + .5f * Noise.fbm(x / 60f, z / 40f, salt + 515, 2);
                foam = Math.max(
                        foam,
                        (storm ? .55f : .22f)
                                * step(storm ? .22f : .42f, .7f, cap)
                                * step(700, 60, d)
                                * (.4f + .6f * step(-.2f, .3f, Noise.fbm(x * 2.2f, z * 1.4f, salt + 516, 3))));
            }
        }
        if (foam > 0) {
            float e = .62f, k = clamp(foam);
            f0 = mix(f0, e * (light.ambient[0] * 1.1f + light.sun[0] * .32f * (sunUp + .12f)), k);
            f1 = mix(f1, e * (light.ambient[1] * 1.1f + light.sun[1] * .32f * (sunUp + .12f)), k);
            f2 = mix(f2, e * (light.ambient[2] * 1.1f + light.sun[2] * .32f * (sunUp + .12f)), k);
        }
        hit.rgb[0] = f0;
        hit.rgb[1] = f1;
        hit.rgb[2] = f2;
    }
}
