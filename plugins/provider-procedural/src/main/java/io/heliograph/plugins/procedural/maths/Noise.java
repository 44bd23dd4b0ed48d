package io.heliograph.plugins.procedural.maths;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;

/** Lattice noise in two and three dimensions; everything is a pure function of its arguments. */
public final class Noise {
    private Noise() {}

    public static int bits(int x, int y, int s) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ s * 0x9e3779b9;
        h ^= h >>> 15;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    /** -1..1 */
    public static float hash(int x, int y, int s) {
        return (bits(x, y, s) & 0xffffff) * (2f / 16777215f) - 1f;
    }

    /** 0..1 */
    public static float unit(int x, int y, int s) {
        return (bits(x, y, s) & 0xffffff) * (1f / 16777215f);
    }

    /** Value noise, -1..1. */
    public static float at(float x, float y, int s) {
        int ix = floor(x), iy = floor(y);
        float fx = x - ix, fy = y - iy;
        float u = fx * fx * (3 - 2 * fx), v = fy * fy * (3 - 2 * fy);
        float a = hash(ix, iy, s), b = hash(ix + 1, iy, s), c = hash(ix, iy + 1, s), d = hash(ix + 1, iy + 1, s);
        return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v;
    }

    /** Value noise with its two derivatives: o = {value, d/dx, d/dy}. */
    public static void grad(float x, float y, int s, float[] o) {
        int ix = floor(x), iy = floor(y);
        float fx = x - ix, fy = y - iy;
        float u = fx * fx * fx * (fx * (fx * 6 - 15) + 10), v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
        float du = 30 * fx * fx * (fx * (fx - 2) + 1), dv = 30 * fy * fy * (fy * (fy - 2) + 1);
        float a = hash(ix, iy, s),
                b = hash(ix + 1, iy, s),
                c = hash(ix, iy + 1, s),
                d = hash(ix + 1, iy + 1, s),
                k = a - b - c + d;
        o[0] = a + (b - a) * u + (c - a) * v + k * u * v;
        o[1] = du * (b - a + k * v);
        o[2] = dv * (c - a + k * u);
    }

    /** Sum of octaves, each turned against the last so that no grid shows. About -1..1. */
    public static float fbm(float x, float y, int s, int octaves) {
        float a = 0, b = .5f;
        for (int i = 0; i < octaves; i++) {
            a += b * at(x, y, s + i);
            float t = 1.6f * x + 1.2f * y;
            y = -1.2f * x + 1.6f * y;
            x = t;
            b *= .5f;
        }
        return a;
    }

    /** Ridges: 0 in the valleys, 1 on the crests. */
    public static float ridged(float x, float y, int s, int octaves) {
        float a = 0, b = .5f, w = 1;
        for (int i = 0; i < octaves; i++) {
            float n = 1 - Math.abs(at(x, y, s + i));
            n *= n * w;
            w = clamp(n * 1.6f);
            a += b * n;
            b *= .5f;
            float t = 1.6f * x + 1.2f * y;
            y = -1.2f * x + 1.6f * y;
            x = t;
        }
        return a;
    }

    /** Cell noise: o = {distance to nearest point, distance to second, id of nearest 0..1, vector x, vector y}. */
    public static void cells(float x, float y, int s, float[] o) {
        int ix = floor(x), iy = floor(y);
        float d1 = 9, d2 = 9, id = 0, vx = 0, vy = 0;
        for (int j = -1; j <= 1; j++)
            for (int i = -1; i <= 1; i++) {
                int h = bits(ix + i, iy + j, s);
                float px = ix + i + .5f + ((h & 1023) / 1023f - .5f) * .9f - x,
                        py = iy + j + .5f + ((h >>> 10 & 1023) / 1023f - .5f) * .9f - y;
                float d = px * px + py * py;
                if (d < d1) {
                    d2 = d1;
                    d1 = d;
                    id = (h >>> 20 & 1023) / 1023f;
                    vx = px;
                    vy = py;
                } else if (d < d2) d2 = d;
            }
        o[0] = sqrt(d1);
        o[1] = sqrt(d2);
        o[2] = id;
        o[3] = vx;
        o[4] = vy;
    }

    static float at3(float x, float y, float z, int s) {
        int iz = floor(z);
        float f = z - iz;
        f = f * f * (3 - 2 * f);
        return mix(at(x, y, s + iz * 7919), at(x, y, s + (iz + 1) * 7919), f);
    }

    public static float fbm3(float x, float y, float z, int s, int octaves) {
        float a = 0, b = .5f;
        for (int i = 0; i < octaves; i++) {
            a += b * at3(x, y, z, s + 101 * i);
            float t = 1.6f * x + 1.2f * y;
            y = -1.2f * x + 1.6f * y;
            x = t;
            z = z * 2.02f + 3.1f;
            b *= .5f;
        }
        return a;
    }
}
