package io.heliograph.plugins.procedural.paint;

import static io.heliograph.plugins.procedural.maths.Num.clamp;

import io.heliograph.plugins.procedural.maths.Workers;

/** A plain float RGB picture (three floats a pixel) with the few filters the renderer needs. Rows run top to bottom. */
public final class Image {
    public final int width, height;
    public final float[] rgb;

    public Image(int w, int h) {
        this(w, h, new float[w * h * 3]);
    }

    public Image(int w, int h, float[] a) {
        this.width = w;
        this.height = h;
        this.rgb = a;
    }

    public Image copy() {
        return new Image(width, height, rgb.clone());
    }

    public float brightness(int k) {
        return .30f * rgb[k * 3] + .59f * rgb[k * 3 + 1] + .11f * rgb[k * 3 + 2];
    }

    /** Bilinear look-up in pixel coordinates, clamped to the border. */
    public void sample(float x, float y, float[] o) {
        x = clamp(x - .5f, 0, width - 1.001f);
        y = clamp(y - .5f, 0, height - 1.001f);
        int ix = (int) x, iy = (int) y;
        float fx = x - ix, fy = y - iy;
        int k = (iy * width + ix) * 3, r = ix + 1 < width ? 3 : 0, d = iy + 1 < height ? width * 3 : 0;
        for (int c = 0; c < 3; c++) {
            float p = rgb[k + c], q = rgb[k + d + c];
            p += (rgb[k + r + c] - p) * fx;
            q += (rgb[k + d + r + c] - q) * fx;
            o[c] = p + (q - p) * fy;
        }
    }

    public Image resize(int width, int height) {
        if (width == this.width && height == this.height) return copy();
        if (width * 2 <= this.width && height * 2 <= this.height) return half().resize(width, height);
        Image o = new Image(width, height);
        float[] t = new float[3];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                sample((x + .5f) * this.width / width, (y + .5f) * this.height / height, t);
                int k = (y * width + x) * 3;
                o.rgb[k] = t[0];
                o.rgb[k + 1] = t[1];
                o.rgb[k + 2] = t[2];
            }
        return o;
    }

    public Image half() {
        int width = Math.max(1, this.width / 2), height = Math.max(1, this.height / 2);
        Image o = new Image(width, height);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                for (int c = 0; c < 3; c++) {
                    int x1 = Math.min(this.width - 1, 2 * x + 1), y1 = Math.min(this.height - 1, 2 * y + 1);
                    o.rgb[(y * width + x) * 3 + c] = .25f
                            * (rgb[(2 * y * this.width + 2 * x) * 3 + c]
                                    + rgb[(2 * y * this.width + x1) * 3 + c]
                                    + rgb[(y1 * this.width + 2 * x) * 3 + c]
                                    + rgb[(y1 * this.width + x1) * 3 + c]);
                }
        return o;
    }

    /** Two box passes each way: close to a Gaussian of radius r. */
    public Image blur(Workers workers, int r) {
        if (r < 1) return copy();
        float[] s = rgb.clone(), d = new float[rgb.length];
        for (int k = 0; k < 2; k++) {
            boxRows(workers, s, d, r);
            boxCols(workers, d, s, r);
        }
        return new Image(width, height, s);
    }

    private void boxRows(Workers workers, float[] s, float[] d, int r) {
        float n = 1f / (2 * r + 1);
        workers.each(height, j -> {
            for (int c = 0; c < 3; c++) {
                int o = j * width * 3 + c;
                float acc = 0;
                for (int i = -r; i <= r; i++) acc += s[o + clamp(i, 0, width - 1) * 3];
                for (int i = 0; i < width; i++) {
                    d[o + i * 3] = acc * n;
                    acc += s[o + Math.min(width - 1, i + r + 1) * 3] - s[o + Math.max(0, i - r) * 3];
                }
            }
        });
    }

    private void boxCols(Workers workers, float[] s, float[] d, int r) {
        float n = 1f / (2 * r + 1);
        int chunk = 48, all = width * 3;
        workers.each((all + chunk - 1) / chunk, q -> {
            int x0 = q * chunk, x1 = Math.min(all, x0 + chunk);
            float[] acc = new float[x1 - x0];
            for (int i = -r; i <= r; i++) {
                int o = clamp(i, 0, height - 1) * all;
                for (int x = x0; x < x1; x++) acc[x - x0] += s[o + x];
            }
            for (int i = 0; i < height; i++) {
                int o = i * all, p = Math.min(height - 1, i + r + 1) * all, m = Math.max(0, i - r) * all;
                for (int x = x0; x < x1; x++) {
                    d[o + x] = acc[x - x0] * n;
                    acc[x - x0] += s[p + x] - s[m + x];
                }
            }
        });
    }

    /** Packed 0xRRGGBB pixels; values are taken as display values 0..1. */
    public int[] pixels() {
        int[] o = new int[width * height];
        for (int i = 0; i < o.length; i++)
            o[i] = byteOf(rgb[i * 3]) << 16 | byteOf(rgb[i * 3 + 1]) << 8 | byteOf(rgb[i * 3 + 2]);
        return o;
    }

    public static Image ofPixels(int[] p, int w, int h) {
        Image o = new Image(w, h);
        for (int i = 0; i < w * h; i++)
            for (int c = 0; c < 3; c++) o.rgb[i * 3 + c] = (p[i] >> (16 - 8 * c) & 255) / 255f;
        return o;
    }

    private static int byteOf(float v) {
        return v <= 0 ? 0 : v >= 1 ? 255 : (int) (v * 255 + .5f);
    }
}
