package io.heliograph.plugins.procedural.view;

import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.land.Hit;
import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Mirror;
import io.heliograph.plugins.procedural.plants.Vegetation;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.sky.Frame;
import io.heliograph.plugins.procedural.sky.Haze;
import io.heliograph.plugins.procedural.sky.Sky;
import io.heliograph.plugins.procedural.town.City;
import io.heliograph.plugins.procedural.town.Column;
import io.heliograph.plugins.procedural.underwater.Reef;
import io.heliograph.plugins.procedural.underwater.Sea;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws ground, water, city and sky for one camera position. Each picture column is swept once from near to far, which finds the visible point of every
 * row in it; then the points are shaded, with four samples a pixel where an edge runs through.
 */
public final class Landscape {
    final Composer composer;
    final Terrain ground;
    final @Nullable City city;
    final Vegetation plants;
    final @Nullable Sea sea;
    private final @Nullable Reef reef;
    final int salt;
    final Haze haze;
    private final Sweep sweep;
    private final MirrorView mirrorView;
    private float now;

    Landscape(Composer composer) {
        this.composer = composer;
        salt = composer.salt;
        ground = new Terrain(composer);
        city = composer.spec.family() == Family.CITY ? new City(composer) : null;
        plants = new Vegetation(composer, ground);
        haze = new Haze(composer);
        sweep = new Sweep(ground);
        mirrorView = new MirrorView(this);
        sea = composer.spec.family() == Family.UNDERWATER ? new Sea(composer) : null;
        reef = sea == null ? null : new Reef(composer, ground, sea);
    }

    private static final int STRIP = 16;

    /** quality: 0 for a preview, 1 for video, 2 for a still. */
    Frame frame(Camera camera, float time, int quality, DoubleConsumer progress) {
        int w = camera.width(), h = camera.height();
        Sky sky = new Sky(composer, camera, time, quality == 1 ? 3 : 2);
        Frame out = new Frame(camera, sky);
        progress.accept(.2);
        Mirror mirror = ground.water ? mirrorView.of(camera, sky, time) : null;
        progress.accept(.3);
        Water water = ground.water ? new Water(composer, ground, sky, mirror, camera, time) : null;
        now = time;
        int strips = (w + STRIP - 1) / STRIP;
        AtomicInteger done = new AtomicInteger();
        composer.workers.each(strips, k -> {
            strip(camera, sky, water, k * STRIP, Math.min(w, (k + 1) * STRIP), quality, out);
            int d = done.incrementAndGet();
            if (d % 4 == 0) progress.accept(.3 + .55 * d / strips);
        });
        plants.draw(out, haze, time);
        if (reef != null) reef.draw(out, time);
        if (city != null) city.facades.lamps(new Brush(out.rgb.rgb, w, h, 3, out.depth), camera, 1, false);
        progress.accept(.95);
        return out;
    }

    private void strip(Camera camera, Sky sky, @Nullable Water water, int x0, int x1, int quality, Frame out) {
        boolean fine = quality > 0;
        int n = fine ? 2 : 1, height = camera.height() * n, cols = (x1 - x0) * n;
        float[] d = new float[cols * height];
        int[] mat = new int[cols * height];
        Column column = city == null ? null : new Column();
        for (int i = 0; i < cols; i++) {
            float px = x0 + (i + .5f) / n;
            sweep.column(camera, px, n, height, d, mat, i * height);
            if (city != null && column != null) city.sweep(camera, px, n, height, d, mat, i * height, column);
        }
        Hit hit = new Hit();
        float[] o = new float[5];
        for (int x = x0; x < x1; x++)
            for (int y = 0; y < camera.height(); y++) {
                int k = ((x - x0) * n) * height + y * n, p = y * camera.width() + x;
                if (n == 1) {
                    point(camera, sky, water, x + .5f, y + .5f, d[k], mat[k], hit, o, fine);
                    out.depth[p] = d[k];
                    for (int c = 0; c < 3; c++) out.rgb.rgb[p * 3 + c] = Math.min(8, o[c]);
                    continue;
                }
                float a = d[k],
                        b = d[k + 1],
                        e = d[k + height],
                        f = d[k + height + 1],
                        lo = Math.min(Math.min(a, b), Math.min(e, f)),
                        hi = Math.max(Math.max(a, b), Math.max(e, f));
                out.depth[p] = lo;
                boolean edge = mat[k] != mat[k + 1]
                        || mat[k] != mat[k + height]
                        || mat[k] != mat[k + height + 1]
                        || (hi > lo * 1.06f && mat[k] != 1)
                        || (mat[k] >= 16 && quality > 1);
                if (!edge) { // two samples on the diagonal; open sky needs only one
                    point(camera, sky, water, x + .25f, y + .25f, a, mat[k], hit, o, fine);
                    float r0 = Math.min(8, o[0]), g0 = Math.min(8, o[1]), b0 = Math.min(8, o[2]);
                    if ((quality > 1 || mat[k] >= 16) && mat[k] != 0) {
                        point(camera, sky, water, x + .75f, y + .75f, f, mat[k], hit, o, fine);
                        r0 = .5f * (r0 + Math.min(8, o[0]));
                        g0 = .5f * (g0 + Math.min(8, o[1]));
                        b0 = .5f * (b0 + Math.min(8, o[2]));
                    }
                    out.rgb.rgb[p * 3] = r0;
                    out.rgb.rgb[p * 3 + 1] = g0;
                    out.rgb.rgb[p * 3 + 2] = b0;
                    continue;
                }
                float r = 0, g = 0, bl = 0;
                for (int q = 0; q < 4; q++) {
                    int kk = k + (q & 1) + (q >> 1) * height;
                    point(
                            camera,
                            sky,
                            water,
                            x + .25f + .5f * (q >> 1),
                            y + .25f + .5f * (q & 1),
                            d[kk],
                            mat[kk],
                            hit,
                            o,
                            fine);
                    r += Math.min(6, o[0]);
                    g += Math.min(6, o[1]);
                    bl += Math.min(6, o[2]);
                }
                out.rgb.rgb[p * 3] = r * .25f;
                out.rgb.rgb[p * 3 + 1] = g * .25f;
                out.rgb.rgb[p * 3 + 2] = bl * .25f;
            }
    }

    /** Materials: 0 sky, 1 water, 2 ground, 16 and up buildings. */
    private void point(
            Camera camera,
            Sky sky,
            @Nullable Water water,
            float px,
            float py,
            float t,
            int mat,
            Hit hit,
            float[] o,
            boolean fine) {
        if (mat == 0) {
            if (sea != null) sea.background(camera, px, py, now, o);
            else sky.pixel(px, py, o);
            return;
        }
        float dx = camera.dx(px), dy = camera.dy(py);
        hit.distance = t;
        hit.x = camera.x() + dx * t;
        hit.z = camera.z() + t;
        hit.y = camera.y() + dy * t;
        if (sea != null) {
            ground.surface.shade(hit, t, fine);
            sea.shade(hit, camera, px, py, t, now);
            o[0] = hit.rgb[0];
            o[1] = hit.rgb[1];
            o[2] = hit.rgb[2];
            return;
        }
        if (mat == 1 && water != null) water.shade(px, dx, dy, t, hit);
        else if (mat == 2) {
            if (city != null && city.aerial) city.facades.street(hit);
            else ground.surface.shade(hit, t, fine);
        } else if (city != null) city.facades.shade(hit, mat, camera.focal() / t, dx);
        haze.apply(sky, camera, px, dx, dy, t, hit.y, hit.x, hit.z, hit.rgb);
        if (composer.has(Thing.RAINBOW) && t > 300) {
            float n = 1 / sqrt(dx * dx + dy * dy + 1);
            sky.rainbow(dx * n, dy * n, n, hit.rgb, step(300, 2500, t) * .8f);
        }
        o[0] = hit.rgb[0];
        o[1] = hit.rgb[1];
        o[2] = hit.rgb[2];
    }
}
