package io.heliograph.plugins.procedural.view;

import static io.heliograph.plugins.procedural.maths.Num.clamp;

import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.paint.Camera;

/** Finds the visible ground of one picture column by a single walk from near to far. */
final class Sweep {
    private final Terrain ground;

    Sweep(Terrain ground) {
        this.ground = ground;
    }

    void column(Camera camera, float px, int n, int height, float[] d, int[] mat, int at) {
        float dx = camera.dx(px), t0 = .7f, h0 = ground.height(camera.x() + dx * t0, camera.z() + t0, t0);
        int cur = height;
        boolean w0 = ground.water && h0 < 0;
        if (w0) h0 = 0;
        float f = camera.focal() * n, hz = camera.horizon() * n, cy = camera.y();
        float horizonRow = hz - 1;
        {
            float row = hz - (h0 - cy) / t0 * f;
            int to = Math.max(0, (int) Math.ceil(row - .5f));
            for (int r = cur - 1; r >= to; r--) {
                d[at + r] = t0;
                mat[at + r] = w0 ? 1 : 2;
            }
            cur = Math.min(cur, to);
        }
        float t = t0,
                coarse = clamp(760 / camera.focal(), .85f, 1.9f),
                nearStep = .006f * coarse,
                farStep = .0046f * coarse;
        while (t < Terrain.FAR && cur > 0) {
            float dt = t < 90 ? t * nearStep : t * farStep,
                    t1 = t + dt,
                    h1 = ground.height(camera.x() + dx * t1, camera.z() + t1, t1);
            boolean w1 = ground.water && h1 < 0;
            if (w1) h1 = 0;
            float row = hz - (h1 - cy) / t1 * f;
            if (row - .5f < cur - 1) {
                int to = Math.max(0, (int) Math.ceil(row - .5f));
                for (int r = cur - 1; r >= to; r--) {
                    float dy = (hz - r - .5f) / f,
                            den = h1 - h0 - dy * dt,
                            u = Math.abs(den) < 1e-6f ? 0 : (cy + dy * t - h0) / den;
                    u = clamp(u);
                    d[at + r] = t + u * dt;
                    mat[at + r] = w0 && w1 ? 1 : w0 || w1 ? (w0 ? (u < .5f ? 1 : 2) : u < .5f ? 2 : 1) : 2;
                }
                cur = Math.min(cur, to);
            }
            t = t1;
            h0 = h1;
            w0 = w1;
            if (cur < horizonRow && hz - (ground.highest - cy) / t * f >= cur - .5f && ground.highest > cy) break;
        }
        for (int r = cur - 1; r >= 0; r--) {
            d[at + r] = 1e9f;
            mat[at + r] = 0;
            float dy = (hz - r - .5f) / f;
            if (ground.water && dy < -1e-5f) {
                float tw = -cy / dy;
                d[at + r] = tw;
                mat[at + r] = 1;
            }
        }
    }
}
