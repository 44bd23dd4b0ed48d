package io.heliograph.plugins.procedural.view;

import static io.heliograph.plugins.procedural.maths.Num.log2;

import io.heliograph.plugins.procedural.land.Hit;
import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Mirror;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.sky.Sky;
import io.heliograph.plugins.procedural.town.City;
import io.heliograph.plugins.procedural.town.Column;
import org.jspecify.annotations.Nullable;

/** The mirrored view: for every second column and row below the horizon, the land a still surface would show there. */
final class MirrorView {
    private final Landscape land;
    private final Composer composer;
    private final Terrain ground;
    private final @Nullable City city;

    MirrorView(Landscape land) {
        this.land = land;
        composer = land.composer;
        ground = land.ground;
        city = land.city;
    }

    Mirror of(Camera camera, Sky sky, float time) {
        Mirror mirror = new Mirror(camera, 2);
        int n = 1100;
        float cy = camera.y(), f = camera.focal();
        composer.workers.each(mirror.width, i -> {
            float px = i * mirror.step, dx = camera.dx(px);
            float[] ts = new float[n], ms = new float[n], blk = new float[n / 32 + 1];
            int cnt = 0;
            float t = 1.5f;
            while (t < Terrain.FAR && cnt < n) {
                float h = ground.base(camera.x() + dx * t, camera.z() + t);
                ts[cnt] = t;
                ms[cnt] = h <= 0 ? -1 : (h + cy) * f / t;
                cnt++;
                t *= 1.0094f;
            }
            for (int k = 0; k < cnt; k++) blk[k / 32] = Math.max(k % 32 == 0 ? -1 : blk[k / 32], ms[k]);
            Hit point = new Hit();
            Column column = city == null ? null : new Column();
            if (city != null && column != null) city.column(camera, dx, column);
            for (int j = 0; j < mirror.height; j++) {
                float down = Math.max(.5f, j * mirror.step), tw = cy * f / down;
                float slope = down / f;
                int k = 0;
                if (tw > ts[0]) k = Math.min(cnt, (int) (log2(tw / 1.5f) / .0134979f) + 1);
                int hit = -1;
                while (k < cnt) {
                    if ((k & 31) == 0 && blk[k / 32] <= down) {
                        k += 32;
                        continue;
                    }
                    if (ms[k] > down) {
                        hit = k;
                        break;
                    }
                    k++;
                }
                int o = (j * mirror.width + i) * 4;
                mirror.far[j * mirror.width + i] = 1e9f;
                float th = 1e9f;
                int mat = 0;
                if (hit >= 0) {
                    th = ts[hit];
                    if (hit > 0 && ms[hit - 1] >= 0 && ms[hit - 1] < down) {
                        float u = (down - ms[hit - 1]) / (ms[hit] - ms[hit - 1]);
                        th = ts[hit - 1] + u * (ts[hit] - ts[hit - 1]);
                    }
                    mat = 2;
                }
                if (city != null && column != null) {
                    int b = city.mirrorHit(column, cy, slope, tw, th);
                    if (b >= 0) {
                        mat = b;
                        th = column.distance;
                    }
                }
                if (mat == 0) continue;
                point.distance = th;
                point.x = camera.x() + dx * th;
                point.z = camera.z() + th;
                point.y = -cy + slope * th;
                if (mat == 2) ground.surface.shade(point, th, false);
                else if (city != null) city.facades.shade(point, mat, f / th * .5f, dx);
                land.haze.apply(sky, camera, px, dx, slope, th, point.y, point.x, point.z, point.rgb);
                mirror.rgba[o] = point.rgb[0];
                mirror.rgba[o + 1] = point.rgb[1];
                mirror.rgba[o + 2] = point.rgb[2];
                mirror.rgba[o + 3] = 1;
                mirror.far[j * mirror.width + i] = th;
            }
        });
        land.plants.mirror(mirror, land.haze, sky, camera, time);
        if (city != null)
            city.facades.lamps(
                    new Brush(mirror.rgba, mirror.width, mirror.height, 4, mirror.far), camera, 1f / mirror.step, true);
        return mirror;
    }
}
