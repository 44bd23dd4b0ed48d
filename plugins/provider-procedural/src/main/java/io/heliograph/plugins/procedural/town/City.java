package io.heliograph.plugins.procedural.town;

import static io.heliograph.plugins.procedural.maths.Num.floor;

import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.scene.Composer;
import java.util.List;

/** A town of boxes on a street grid, swept column by column like the ground. */
public final class City {
    private static final float BLOCK = CityPlan.BLOCK, GROUND = 3.5f;
    public final boolean aerial;
    public final Facades facades;
    private final float z0;
    private final int rows, half;
    private final List<Box> boxes;
    private final int[][] inBlock;

    public City(Composer composer) {
        CityPlan plan = new CityPlan(composer);
        aerial = plan.aerial;
        z0 = plan.z0;
        rows = plan.rows;
        half = plan.half;
        boxes = plan.boxes;
        inBlock = plan.inBlock;
        facades = new Facades(composer, plan);
    }

    public void column(Camera camera, float dx, Column column) {
        column.count = 0;
        float cx = camera.x();
        for (int j = 0; j < rows; j++) {
            float za = z0 + j * BLOCK - camera.z(), zb = za + BLOCK;
            if (zb < 1) continue;
            float xa = cx + dx * za, xb = cx + dx * zb;
            int ia = floor(Math.min(xa, xb) / BLOCK), ib = floor(Math.max(xa, xb) / BLOCK);
            for (int i = Math.max(-half, ia); i <= Math.min(half - 1, ib); i++)
                for (int k : inBlock[j * 2 * half + i + half]) {
                    Box box = boxes.get(k);
                    float t0 = box.z0() - camera.z(), t1 = box.z1() - camera.z();
                    int face = 0;
                    if (Math.abs(dx) > 1e-6f) {
                        float u = (box.x0() - cx) / dx, v = (box.x1() - cx) / dx;
                        if (u > v) {
                            float w = u;
                            u = v;
                            v = w;
                        }
                        if (u > t0) {
                            t0 = u;
                            face = 1;
                        }
                        if (v < t1) t1 = v;
                    } else if (cx < box.x0() || cx > box.x1()) continue;
                    if (t0 >= t1 || t0 < 2 || column.count >= 767) continue;
                    int p = column.count++;
                    while (p > 0 && column.entry[p - 1] > t0) {
                        column.entry[p] = column.entry[p - 1];
                        column.exit[p] = column.exit[p - 1];
                        column.box[p] = column.box[p - 1];
                        column.face[p] = column.face[p - 1];
                        p--;
                    }
                    column.entry[p] = t0;
                    column.exit[p] = t1;
                    column.box[p] = k;
                    column.face[p] = face;
                }
        }
    }

    public void sweep(Camera camera, float px, int n, int height, float[] d, int[] mat, int at, Column column) {
        float dx = camera.dx(px), f = camera.focal() * n, hz = camera.horizon() * n, cy = camera.y();
        column(camera, dx, column);
        int cur = height;
        for (int k = 0; k < column.count && cur > 0; k++) {
            Box box = boxes.get(column.box[k]);
            float tin = column.entry[k];
            int to = Math.max(0, (int) Math.ceil(hz - (box.height() - cy) / tin * f - .5f)),
                    from = Math.min(cur, (int) Math.ceil(hz - (GROUND - 3 - cy) / tin * f - .5f));
            for (int r = from - 1; r >= to; r--)
                if (d[at + r] > tin) {
                    d[at + r] = tin;
                    mat[at + r] = 16 + column.box[k] * 4 + column.face[k];
                }
            if (to < cur) {
                if (box.height() < cy) {
                    int t2 = Math.max(0, (int) Math.ceil(hz - (box.height() - cy) / column.exit[k] * f - .5f));
                    for (int r = Math.min(cur, to) - 1; r >= t2; r--) {
                        float t = (box.height() - cy) / ((hz - r - .5f) / f);
                        if (d[at + r] > t) {
                            d[at + r] = t;
                            mat[at + r] = 16 + column.box[k] * 4 + 2;
                        }
                    }
                    to = Math.min(to, t2);
                }
                cur = Math.min(cur, to);
            }
        }
    }

    /** The building a mirrored ray meets beyond distance tw and before th, or -1; its distance goes to q.t. */
    public int mirrorHit(Column column, float cy, float slope, float tw, float th) {
        for (int k = 0; k < column.count; k++) {
            float t = column.entry[k];
            if (t <= tw) continue;
            if (t >= th) return -1;
            if (boxes.get(column.box[k]).height() > -cy + slope * t) {
                column.distance = t;
                return 16 + column.box[k] * 4 + column.face[k];
            }
        }
        return -1;
    }
}
