package io.heliograph.plugins.procedural.plants;

import static io.heliograph.plugins.procedural.maths.Num.floor;
import static io.heliograph.plugins.procedural.maths.Num.square;

import org.jspecify.annotations.Nullable;

/**
 * A plant drawn once, lit by the scene's sun. It keeps the sunlit and the ambient part apart, so each copy can stand in light or shade. Channels: sun rgb,
 * ambient rgb (both premultiplied), cover.
 */
final class Sprite {
    final int width, height;
    final float[] channels;
    private @Nullable Sprite smaller;
    /** Width of the sprite for a height of 1, and where the foot is from the left (0..1). */
    final float aspect;

    Sprite(int w, int h, float[] a) {
        this.width = w;
        this.height = h;
        this.channels = a;
        aspect = w / (float) h;
    }

    /** Makes the chain of half-sized copies that small trees are painted from. */
    Sprite withSmaller() {
        Sprite t = this;
        while (t.height > 6 && t.width > 3) {
            t.smaller = t.half();
            t = t.smaller;
        }
        return this;
    }

    private Sprite half() {
        int width = Math.max(1, this.width / 2), height = Math.max(1, this.height / 2);
        float[] o = new float[width * height * 7];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                for (int c = 0; c < 7; c++)
                    o[(y * width + x) * 7 + c] = .25f
                            * (channels[(2 * y * this.width + 2 * x) * 7 + c]
                                    + channels[(2 * y * this.width + 2 * x + 1) * 7 + c]
                                    + channels[((2 * y + 1) * this.width + 2 * x) * 7 + c]
                                    + channels[((2 * y + 1) * this.width + 2 * x + 1) * 7 + c]);
        return new Sprite(width, height, o);
    }

    /** Draws a copy with its foot at (x,y), height px high. sun and amb are the light falling on it; fog hides a part f of it. */
    void paint(
            float[] out,
            int wide,
            int high,
            int ch,
            float @Nullable [] depth,
            float x,
            float y,
            float height,
            boolean flip,
            boolean upside,
            float z,
            float[] sun,
            float[] amb,
            float[] fog,
            float f,
            float keep,
            float sway) {
        Sprite s = this;
        while (s.smaller != null && s.height > height * 1.5f) s = s.smaller;
        float width = height * aspect,
                sx = s.width / width,
                sy = s.height / height,
                x0 = x - width * .5f,
                y0 = upside ? y : y - height;
        int xa = Math.max(0, floor(x0)),
                xb = Math.min(wide - 1, floor(x0 + width) + 1),
                ya = Math.max(0, floor(y0)),
                yb = Math.min(high - 1, floor(y0 + height));
        float gain = height < 3 ? height / 3 : 1;
        float[] p = s.channels;
        float f1 = 1 - f;
        for (int j = ya; j <= yb; j++) {
            float v = (j + .5f - y0) * sy - .5f;
            if (upside) v = s.height - 1 - v;
            if (v < 0) v = 0;
            if (v > s.height - 1) continue;
            int iv = (int) v;
            float fv = v - iv;
            int dn = iv + 1 < s.height ? s.width * 7 : 0;
            float shift = sway == 0 ? 0 : sway * square(1 - v / s.height) * width;
            for (int i = xa; i <= xb; i++) {
                int o = j * wide + i;
                if (depth != null && depth[o] < z) continue;
                float u = (i + .5f - x0 - shift) * sx - .5f;
                if (flip) u = s.width - 1 - u;
                if (u < 0 || u >= s.width - 1) continue;
                int iu = (int) u;
                float fu = u - iu;
                int k = (iv * s.width + iu) * 7;
                float w00 = (1 - fu) * (1 - fv), w10 = fu * (1 - fv), w01 = (1 - fu) * fv, w11 = fu * fv;
                float al = p[k + 6] * w00 + p[k + 13] * w10 + p[k + dn + 6] * w01 + p[k + dn + 13] * w11;
                if (al < .004f) continue;
                o *= ch;
                float q = keep * gain;
                for (int c = 0; c < 3; c++) {
                    float su = p[k + c] * w00 + p[k + 7 + c] * w10 + p[k + dn + c] * w01 + p[k + dn + 7 + c] * w11,
                            am =
                                    p[k + 3 + c] * w00
                                            + p[k + 10 + c] * w10
                                            + p[k + dn + 3 + c] * w01
                                            + p[k + dn + 10 + c] * w11;
                    out[o + c] = out[o + c] * (1 - al * q) + q * ((su * sun[c] + am * amb[c]) * f1 + fog[c] * f * al);
                }
                if (ch == 4) out[o + 3] += (1 - out[o + 3]) * al * q;
            }
        }
    }
}
