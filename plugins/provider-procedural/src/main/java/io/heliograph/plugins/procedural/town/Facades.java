package io.heliograph.plugins.procedural.town;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.fract;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.land.Hit;
import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import java.util.List;

/** What buildings, streets and quay lamps look like: lit windows by night, glass by day. */
public final class Facades {
    private static final float BLOCK = CityPlan.BLOCK, STREET = CityPlan.STREET;
    private final Light light;
    private final int salt;
    private final boolean aerial;
    private final float z0;
    private final List<Box> boxes;
    private final float litShare, glowPower;

    Facades(Composer composer, CityPlan plan) {
        light = composer.light;
        salt = composer.salt;
        aerial = plan.aerial;
        z0 = plan.z0;
        boxes = plan.boxes;
        TimeOfDay t = composer.spec.time();
        litShare = switch (t) {
            case NIGHT -> .52f;
            case BLUE -> .46f;
            case SUNSET -> .22f;
            case DAWN, GOLDEN -> .07f;
            default -> 0;
        };
        glowPower = switch (t) {
            case NIGHT -> .62f;
            case BLUE -> 1.0f;
            case SUNSET -> 1.1f;
            default -> .8f;
        };
    }

    public void shade(Hit hit, int mat, float scale, float dx) {
        Box box = boxes.get((mat - 16) >> 2);
        int face = mat & 3;
        float nx = face == 1 ? (dx > 0 ? -1 : 1) : 0, ny = face == 2 ? 1 : 0, nz = face == 0 ? -1 : 0;
        float[] o = hit.rgb;
        float nl = Math.max(0, nx * light.sunX + ny * light.sunY + nz * light.sunZ),
                y = hit.y,
                occ = face == 2 ? 1 : .45f + .55f * step(0, 45, y),
                sunlit = light.sunY > .1f ? step(-10, 50, y - 16 * (1 - light.sunY)) : step(5, 70, y - 25);
        float amb = 1.15f * occ * (face == 2 ? 1 : .72f);
        float r = box.r(), g = box.g(), bl = box.b(), win = 0, glow = 0, wr = 1, wg = .8f, wb = .5f;
        boolean rich = face != 2 && box.kind() < 5;
        float u = face == 1 ? hit.z - box.z0() : hit.x - box.x0(),
                fl = 3.6f,
                pitch = box.kind() == 0 ? 1.8f : box.kind() == 1 ? 2.6f : 3.2f,
                gx = .5f,
                gy = .5f;
        if (rich) {
            float wx = u / pitch, wy = y / fl, k = 1;
            while (scale * fl * k < 1.5f) k *= 2;
            int ix = floor(wx / k), iy = floor(wy / k);
            gx = fract(wx);
            gy = fract(wy);
            float fine = step(2.0f, 4.5f, scale * pitch), fineY = step(1.6f, 4f, scale * fl);
            float fx = box.kind() == 0 ? .06f : box.kind() == 1 ? .12f : .24f,
                    fy = box.kind() == 0 ? .10f : box.kind() == 1 ? .34f : .27f;
            float ax = (1 - 2 * fx),
                    ay = (1 - 2 * fy),
                    mx = mix(ax, step(fx - .05f, fx + .05f, gx) * step(1 - fx + .05f, 1 - fx - .05f, gx), fine),
                    my = mix(ay, step(fy - .06f, fy + .06f, gy) * step(1 - fy + .06f, 1 - fy - .06f, gy), fineY);
            win = mx * my;
            if (y > box.height() - 2.2f) win = 0;
            if (litShare > 0 && y > 5) {
                float on = Noise.unit(ix, iy, salt + box.id() * 13 + face),
                        floorOn = Noise.unit(iy, box.id(), salt + 7),
                        pr =
                                litShare
                                        * (.35f + 1.1f * Noise.unit(box.id(), 1, salt + 8))
                                        * (box.kind() < 2 ? .5f + 1.0f * step(.45f, .7f, floorOn) : 1);
                float hue = Noise.unit(box.id(), 2, salt + 9) * .7f + .3f * Noise.unit(ix, iy, salt + 10);
                if (on < pr) {
                    glow = glowPower * (.35f + .9f * Noise.unit(ix, iy, salt + 11));
                    if (hue < .62f) {
                        wr = 1.05f;
                        wg = .66f;
                        wb = .30f;
                    } else if (hue < .85f) {
                        wr = 1;
                        wg = .84f;
                        wb = .60f;
                    } else {
                        wr = .72f;
                        wg = .90f;
                        wb = 1.05f;
                    }
                } else glow = glowPower * .015f;
            }
        }
        // glass shows the sky opposite; walls show the sun and the sky

        float lum = face == 0 ? Math.max(0, -light.sunZ) : nl;
        float gk = box.kind() == 0 ? .62f : box.kind() == 1 ? .48f : .24f, up = clamp(y / 160f);
        for (int i = 0; i < 3; i++) {
            float base = i == 0 ? r : i == 1 ? g : bl,
                    wall = base * (light.sun[i] * .40f * nl * sunlit + light.ambient[i] * amb),
                    glass =
                            gk
                                            * mix(
                                                    light.horizon[i] * .75f + .1f * light.middle[i],
                                                    light.middle[i],
                                                    .35f + .4f * up)
                                            * (face == 0 && light.sunZ > 0 ? .55f : .9f)
                                            * occ
                                    + light.sun[i] * .10f * lum * sunlit;
            float e = i == 0 ? wr : i == 1 ? wg : wb;
            o[i] = mix(wall, glass, win) + glow * e * win;
            if ((litShare > .2f && !aerial) || (litShare > .2f && face != 2))
                o[i] += (i == 0 ? .50f : i == 1 ? .27f : .10f)
                        * glowPower
                        * base
                        * 2.2f
                        * exp(-Math.max(0, y - 3) / 9f);
            if (face == 2) o[i] *= .8f;
        }
        if (box.mast() && litShare > .1f && y > box.height() - 3) {
            o[0] += 1.5f * glowPower;
            o[1] += .08f;
            o[2] += .05f;
        }
    }

    /** Streets seen from above. */
    public void street(Hit hit) {
        float x = hit.x,
                z = hit.z - z0,
                fx = Math.abs(fract(x / BLOCK + .5f) - .5f) * BLOCK,
                fz = Math.abs(fract(z / BLOCK + .5f) - .5f) * BLOCK,
                d = Math.min(fx, fz);
        float road = step(STREET * .5f, STREET * .32f, d);
        float[] o = hit.rgb;
        float lo = .6f;
        for (int i = 0; i < 3; i++) {
            float base = mix(i == 0 ? .16f : i == 1 ? .155f : .14f, .07f, road);
            o[i] = base * (light.sun[i] * .22f * light.sunY + light.ambient[i] * lo);
        }
        if (litShare > .2f) {
            float fade = step(2600, 500, hit.distance),
                    g =
                            mix(.22f, road, fade)
                                    * glowPower
                                    * .34f
                                    * (.7f + .6f * Noise.unit(floor(x / 9), floor(z / 9), salt) * fade);
            float car = hit.distance > 1500
                    ? 0
                    : Noise.unit(floor((fx < fz ? z : x) / 5), floor((fx < fz ? x : z) / 3.4f), salt + 5) > .80f
                            ? 1
                            : 0;
            float side = fract((fx < fz ? x : z) / BLOCK + .5f) > .5f ? 1 : 0;
            o[0] += g * 1.0f + car * road * glowPower * (side > 0 ? 1.0f : .95f);
            o[1] += g * .50f + car * road * glowPower * (side > 0 ? .08f : .82f);
            o[2] += g * .17f + car * road * glowPower * (side > 0 ? .03f : .6f);
        }
    }

    /** Lamps on the quay, and what they do to the water. */
    public void lamps(Brush brush, Camera camera, float k, boolean mirror) {
        if (litShare < .2f || aerial) return;
        for (int i = -40; i <= 40; i++) {
            float x = i * 17f,
                    z = 338,
                    y = 9,
                    px = camera.column(x, z) * k,
                    py = mirror ? (y + camera.y()) / (z - camera.z()) * camera.focal() * k : camera.row(y, z);
            float r = Math.max(.9f, .45f / z * camera.focal() * k);
            brush.distance = z - 6;
            brush.alpha = 1;
            brush.colour(1.7f * glowPower, 1.05f * glowPower, .45f * glowPower).ellipse(px, py, r, r, 0, 1);
            brush.alpha = .16f;
            brush.ellipse(px, py, r * 5, r * 5, 0, r * 6);
        }
        brush.alpha = 1;
    }
}
