package io.heliograph.plugins.procedural.cosmos;

import static io.heliograph.plugins.procedural.maths.Num.bell;
import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.hex;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.rgb;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;

/** Planets with rings and air before a deep sky. */
public final class Space {
    private final Composer composer;
    private final int salt;
    private final float planetX, planetY, radius;
    final float tilt, roll, sunX, sunY, sunZ;
    private final boolean planet;
    final boolean rings;
    private final DeepSky deep;
    private final PlanetSkin ground;
    final int kind;
    final float[][] skin;
    final float[] air;
    private final float moonX, moonY, moonRadius;

    private static final float[][][] NEBULAE = {
        {hex(0x1b3a8f), hex(0xc23b7a), hex(0xff9a5c)},
        {hex(0x0c5f78), hex(0x7a2fb0), hex(0xff6fae)},
        {hex(0x12324f), hex(0x1e8f8a), hex(0xf3c46b)},
        {hex(0x3b1a6b), hex(0xb4376a), hex(0x5fd0e8)},
        {hex(0x6b1420), hex(0xd4622a), hex(0x3f7fd0)}
    };
    private static final float[][][] SKINS = {
        {hex(0xd9b98c), hex(0xa8754a), hex(0xefe0c4), hex(0x7d4f35)},
        {hex(0x6f93b8), hex(0xb8cfe0), hex(0x3f5f8f), hex(0xe6eef2)},
        {hex(0xc46a4a), hex(0x8f3f2c), hex(0xe0a07a), hex(0x5f2a22)},
        {hex(0x9a86c4), hex(0x5c4a8f), hex(0xd6c4e6), hex(0x3c2f66)},
        {hex(0x6fb8a0), hex(0x2f7a70), hex(0xd0e6c8), hex(0x1d4f52)}
    };

    public Space(Composer composer, float time) {
        this.composer = composer;
        salt = composer.salt;
        Rng rng = new Rng(composer.seed ^ 0x59aceL);
        SceneSpec spec = composer.spec;
        boolean galaxy = spec.has(Thing.GALAXY) && !spec.has(Thing.PLANET);
        planet = spec.any(Thing.PLANET, Thing.RINGS)
                || !spec.any(Thing.NEBULA, Thing.GALAXY, Thing.MILKYWAY, Thing.STARS)
                || spec.has(Thing.PLANET);
        boolean saturn = spec.has(Thing.RINGS) || spec.drawn().stream().anyMatch(w -> w.equalsIgnoreCase("saturn"));
        rings = planet && (saturn || rng.chance(.45f));
        int ni = switch (spec.tint()) {
            case RED, ORANGE -> 4;
            case GREEN, TEAL, GOLD -> 2;
            case PURPLE, PINK -> 1;
            case BLUE -> 0;
            default -> rng.below(5);
        };
        float[][] gas = NEBULAE[ni];
        float nebula = spec.has(Thing.NEBULA) ? 1.25f : galaxy ? .35f : rng.in(.55f, .95f);
        float side = rng.sign();
        radius = rings ? rng.in(.20f, .28f) : rng.in(.26f, .58f);
        planetX = side * rng.in(.12f, .34f);
        planetY = radius > .42f ? rng.in(.22f, .5f) : rng.in(-.10f, .14f);
        tilt = rng.sign() * rng.in(.18f, .5f);
        roll = rng.in(-.5f, .5f);
        kind = rings ? 0 : rng.below(4);
        int si = switch (spec.tint()) {
            case RED, ORANGE -> 2;
            case BLUE -> 1;
            case PURPLE, PINK -> 3;
            case GREEN, TEAL -> 4;
            case GOLD -> 0;
            default -> rng.below(5);
        };
        skin = SKINS[si];
        air = kind == 2 ? rgb(.30, .58, 1.0) : mix(skin[0], rgb(.6, .75, 1), .55f);
        float a = side > 0 ? rng.in(2.4f, 3.4f) : rng.in(-.3f, .7f),
                e = rng.in(-.15f, .45f),
                front = rng.in(-.15f, .55f);
        float n = 1 / sqrt(square(cos(a)) + e * e + front * front);
        sunX = cos(a) * n;
        sunY = e * n;
        sunZ = -front * n;
        moonX = -side * rng.in(.18f, .42f);
        moonY = rng.in(-.32f, .05f);
        moonRadius = rng.in(.025f, .06f);
        deep = new DeepSky(salt, gas, nebula, galaxy, planetX, roll, time);
        ground = new PlanetSkin(this, salt, time);
    }

    public Image draw(int w, int h, boolean fine) {
        Image image = new Image(w, h);
        float asp = w / (float) h;
        int n = fine ? 2 : 1;
        composer.workers.each(h, y -> {
            float[] o = new float[3], t = new float[3];
            for (int x = 0; x < w; x++) {
                float u = ((x + .5f) / w - .5f) * asp, v = (y + .5f) / h - .5f;
                deep.background(u, v, h, o);
                float d = sqrt(square(u - planetX) + square(v - planetY)), e = 2.2f / h;
                boolean near = (planet && d < radius * (rings ? 2.45f : 1.25f))
                        || Math.abs(sqrt(square(u - moonX) + square(v - moonY)) - moonRadius) < e;
                int k = (y * w + x) * 3;
                if (!near || n == 1) {
                    bodies(u, v, o);
                    for (int i = 0; i < 3; i++) image.rgb[k + i] = o[i];
                    continue;
                }
                boolean limb = rings || Math.abs(d - radius) < e || d >= radius;
                if (!limb) {
                    bodies(u, v, o);
                    for (int i = 0; i < 3; i++) image.rgb[k + i] = o[i];
                    continue;
                }
                for (int q = 0; q < 4; q++) {
                    System.arraycopy(o, 0, t, 0, 3);
                    bodies(u + ((q & 1) - .5f) * .5f / h, v + ((q >> 1) - .5f) * .5f / h, t);
                    for (int i = 0; i < 3; i++) image.rgb[k + i] += .25f * t[i];
                }
            }
        });
        return image;
    }

    float ringDensity(float r) {
        if (r < 1.28f || r > 2.32f) return 0;
        float n = .55f
                + .55f * Noise.at(r * 19, 1, salt + 31)
                + .30f * Noise.at(r * 63, 2, salt + 32)
                + .14f * Noise.at(r * 170, 3, salt + 33);
        n *= step(1.28f, 1.40f, r)
                * step(2.32f, 2.27f, r)
                * (1 - .93f * bell(r, 1.985f, .035f))
                * (1 - .6f * bell(r, 2.2f, .012f));
        return clamp(n * (r < 1.52f ? .45f : r < 1.95f ? 1 : .75f));
    }

    private void bodies(float u, float v, float[] o) {
        moon(u, v, o);
        if (!planet) return;
        float x = (u - planetX) / radius, y = -(v - planetY) / radius, d2 = x * x + y * y;
        float ca = cos(roll * .8f), sa = sin(roll * .8f);
        float ringZ = 9, ring = 0, rr = 0, sh = 1;
        if (rings) {
            float a = x * ca + y * sa, b = -x * sa + y * ca, zz = b / tilt * sqrt(1 - tilt * tilt);
            rr = sqrt(a * a + b * b + zz * zz);
            ring = ringDensity(rr);
            ringZ = zz;
            float along = x * sunX + y * sunY + zz * sunZ;
            float perp = rr * rr - along * along;
            if (along < 0 && perp < 1) sh = step(.92f, 1, sqrt(perp));
        }
        boolean hit = d2 < 1;
        float z = hit ? -sqrt(1 - d2) : 0;
        if (hit) ground.surface(x, y, z, o);
        else {
            float d = sqrt(d2) - 1,
                    h = kind == 3 ? .018f : .045f,
                    lit = clamp(.35f + .9f * (x * sunX + y * sunY) / (1 + d));
            float g = exp(-d / h) * lit * (kind == 3 ? .25f : .8f) + .10f * exp(-d / (h * 5)) * lit;
            for (int i = 0; i < 3; i++) o[i] += air[i] * g * 1.3f;
        }
        if (ring > 0 && !(hit && ringZ > z)) {
            float k = ring * .92f, br = (.35f + .65f * Math.abs(sunZ) + .35f) * sh + .012f;
            for (int i = 0; i < 3; i++) {
                float col = mix(skin[2][i], skin[0][i], .5f + .5f * Noise.at(rr * 9, 4, salt + 35))
                        * br
                        * (.65f + .35f * ring)
                        * 1.1f;
                o[i] = o[i] * (1 - k) + col * k;
            }
        }
    }

    private void moon(float u, float v, float[] o) {
        if (!planet) return;
        float x = (u - moonX) / moonRadius, y = -(v - moonY) / moonRadius, d2 = x * x + y * y;
        if (d2 > 1) return;
        float z = -sqrt(1 - d2), n = Noise.fbm3(x * 2 + 5, y * 2, z * 2, salt + 60, 5);
        float nl = clamp(x * sunX + y * sunY + z * sunZ + .12f * n);
        float k = (.42f + .30f * n) * nl * 1.5f + .003f;
        o[0] = k * 1.02f;
        o[1] = k * .97f;
        o[2] = k * .90f;
    }
}
