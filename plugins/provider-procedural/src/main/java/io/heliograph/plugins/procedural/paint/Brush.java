package io.heliograph.plugins.procedural.paint;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.cos;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.sin;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Smooth-edged shapes drawn over a float picture, hidden where the picture's own depth is nearer. Own code rather than Java2D, so the pixels are the same everywhere. */
public final class Brush {
    final float[] target;
    final float @Nullable [] depth;
    final int width, height, channels;

    /** Distance of the thing being drawn; colour and opacity of the next shape. */
    public float distance = 0, red, green, blue, alpha = 1;

    /** Rows outside first..last are left alone, so that bands of a picture can be painted at the same time. */
    public int first = 0, last;

    /** Whether shapes leave their distance in the depth map, so that later things can be hidden behind them. */
    public boolean solid;

    public Brush(float[] a, int w, int h, int ch, float @Nullable [] depth) {
        this.target = a;
        this.width = w;
        this.height = h;
        this.channels = ch;
        this.depth = depth;
        last = h - 1;
    }

    public Brush colour(float r, float g, float b) {
        this.red = r;
        this.green = g;
        this.blue = b;
        return this;
    }

    public Brush colour(float[] c) {
        red = c[0];
        green = c[1];
        blue = c[2];
        return this;
    }

    public void dot(int x, int y, float k) {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        int p = y * width + x;
        if (depth != null && depth[p] < distance) return;
        int o = p * channels;
        k *= alpha;
        if (k > 1) k = 1;
        if (solid && k > .45f && depth != null) depth[p] = distance;
        target[o] += (red - target[o]) * k;
        target[o + 1] += (green - target[o + 1]) * k;
        target[o + 2] += (blue - target[o + 2]) * k;
        if (channels == 4) target[o + 3] += (1 - target[o + 3]) * k;
    }

    /** soft: width of the edge in pixels. */
    public void ellipse(float cx, float cy, float rx, float ry, float ang, float soft) {
        float k = 1;
        if (rx < .6f) {
            k *= rx / .6f;
            rx = .6f;
        }
        if (ry < .6f) {
            k *= ry / .6f;
            ry = .6f;
        }
        float m = Math.max(rx, ry) + soft,
                ca = ang == 0 ? 1 : cos(ang),
                sa = ang == 0 ? 0 : sin(ang),
                mn = Math.min(rx, ry);
        int x0 = Math.max(0, floor(cx - m)),
                x1 = Math.min(width - 1, floor(cx + m)),
                y0 = Math.max(0, floor(cy - m)),
                y1 = Math.min(height - 1, floor(cy + m));
        for (int y = y0; y <= y1; y++)
            for (int x = x0; x <= x1; x++) {
                float dx = x + .5f - cx,
                        dy = y + .5f - cy,
                        u = (dx * ca + dy * sa) / rx,
                        v = (-dx * sa + dy * ca) / ry,
                        d = u * u + v * v;
                if (d > 4) continue;
                float c = clamp((1 - sqrt(d)) * mn / soft + .5f);
                if (c > 0) dot(x, y, c * k);
            }
    }

    /** A line with round ends that may taper. */
    public void stroke(float ax, float ay, float bx, float by, float wa, float wb) {
        float k = 1, wm = Math.max(wa, wb);
        if (wm < 1) {
            k = wm;
            wa = wa / wm;
            wb = wb / wm;
        }
        float m = Math.max(wa, wb) * .5f + 1, dx = bx - ax, dy = by - ay, il = 1 / Math.max(1e-6f, dx * dx + dy * dy);
        int x0 = Math.max(0, floor(Math.min(ax, bx) - m)),
                x1 = Math.min(width - 1, floor(Math.max(ax, bx) + m)),
                y0 = Math.max(first, floor(Math.min(ay, by) - m)),
                y1 = Math.min(last, floor(Math.max(ay, by) + m));
        float m2 = m * m;
        for (int y = y0; y <= y1; y++)
            for (int x = x0; x <= x1; x++) {
                float px = x + .5f - ax,
                        py = y + .5f - ay,
                        t = clamp((px * dx + py * dy) * il),
                        ex = px - t * dx,
                        ey = py - t * dy;
                if (ex * ex + ey * ey > m2) continue;
                float c = clamp(mix(wa, wb, t) * .5f - sqrt(ex * ex + ey * ey) + .5f);
                if (c > 0) dot(x, y, c * k);
            }
    }

    /** A blade: from (x,y) upward, bending sideways, tapering to a point; darker at the foot. Walks row by row, so it is quick. */
    public void blade(float x, float y, float len, float bend, float wd, float footShade) {
        int y0 = Math.max(0, floor(y - len)), y1 = Math.min(height - 1, floor(y));
        float il = 1 / len, red = this.red, green = this.green, blue = this.blue;
        for (int j = y1; j >= y0; j--) {
            float t = (y - j - .5f) * il;
            if (t < 0 || t > 1) continue;
            float cx = x + bend * t * t, hw = wd * .5f * (1 - t * .92f), k = 1;
            if (hw < .5f) {
                k = hw * 2;
                hw = .5f;
            }
            float s = footShade + (1 - footShade) * Math.min(1, t * 1.5f);
            this.red = red * s;
            this.green = green * s;
            this.blue = blue * s;
            float lo = cx - hw, hi = cx + hw;
            for (int i = Math.max(0, floor(lo)); i <= Math.min(width - 1, floor(hi)); i++) {
                float c = Math.min(i + 1, hi) - Math.max(i, lo);
                if (c > 0) dot(i, j, c * k);
            }
        }
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** A filled outline x0,y0,x1,y1,... */
    public void poly(float... p) {
        float lo = 1e9f, hi = -1e9f;
        int n = p.length / 2;
        for (int i = 0; i < n; i++) {
            lo = Math.min(lo, p[2 * i + 1]);
            hi = Math.max(hi, p[2 * i + 1]);
        }
        float[] xs = new float[n], cov = new float[width];
        for (int y = Math.max(0, floor(lo)); y <= Math.min(height - 1, floor(hi)); y++) {
            int mn = width, mx = -1;
            for (int q = 0; q < 4; q++) {
                float sy = y + .125f + .25f * q;
                int c = 0;
                for (int i = 0; i < n; i++) {
                    int j = (i + 1) % n;
                    float y0 = p[2 * i + 1], y1 = p[2 * j + 1];
                    if (y0 <= sy == y1 <= sy) continue;
                    xs[c++] = p[2 * i] + (sy - y0) / (y1 - y0) * (p[2 * j] - p[2 * i]);
                }
                Arrays.sort(xs, 0, c);
                for (int i = 0; i + 1 < c; i += 2) {
                    float u = Math.max(0, xs[i]), v = Math.min(width, xs[i + 1]);
                    if (v <= u) continue;
                    for (int x = (int) u; x < v && x < width; x++) {
                        cov[x] += .25f * (Math.min(x + 1, v) - Math.max(x, u));
                        mn = Math.min(mn, x);
                        mx = Math.max(mx, x);
                    }
                }
            }
            for (int x = mn; x <= mx; x++) {
                if (cov[x] > 0) dot(x, y, Math.min(1, cov[x]));
                cov[x] = 0;
            }
        }
    }
}
