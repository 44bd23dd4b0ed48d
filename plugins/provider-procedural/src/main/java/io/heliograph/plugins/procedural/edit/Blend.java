package io.heliograph.plugins.procedural.edit;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;

/** Image to image: takes the light and the colours of a given picture. */
public final class Blend {
    private Blend() {}

    /**
     * strength 1 keeps the drawn scene and only leans on the reference's colours; towards 0 the reference itself shows through, first as large
     * masses of light and dark, then in detail.
     */
    public static Image apply(Workers workers, Image drawn, Image reference, float strength) {
        int w = drawn.width, h = drawn.height;
        Image ref = Fit.fit(reference, w, h);
        float keep = 1 - clamp(strength);
        Image o = transfer(drawn, ref, .35f + .65f * Math.min(1, keep * 1.6f));
        int r = Math.max(2, Math.min(w, h) / 14);
        Image ro = o.blur(workers, r), rr = ref.blur(workers, r);
        float mass = .5f * step(.05f, .6f, keep), detail = step(.45f, 1, keep);
        for (int i = 0; i < o.rgb.length; i++) {
            float v = o.rgb[i] + mass * (rr.rgb[i] - ro.rgb[i]);
            o.rgb[i] = clamp(mix(v, ref.rgb[i], detail));
        }
        return o;
    }

    /** Gives a picture the mean and spread of another's lightness and of its two colour axes. */
    static Image transfer(Image a, Image b, float k) {
        double[] p = stats(a), q = stats(b);
        Image o = new Image(a.width, a.height);
        float[] t = new float[3];
        for (int i = 0; i < a.width * a.height; i++) {
            axes(a.rgb, i * 3, t);
            for (int c = 0; c < 3; c++) {
                float s = (float) Math.min(2.2, Math.max(.45, Math.sqrt((q[c + 3] + 1e-5) / (p[c + 3] + 1e-5))));
                t[c] = mix(t[c], (float) ((t[c] - p[c]) * s + q[c]), k * (c == 0 ? .8f : 1));
            }
            float l = t[0],
                    u = t[1],
                    v = t[2],
                    r = l + u * .66f + v * .33f,
                    g = l - u * .34f + v * .33f,
                    bl = l - u * .0f - v * .67f;
            o.rgb[i * 3] = clamp(r + 0);
            o.rgb[i * 3 + 1] = clamp(g);
            o.rgb[i * 3 + 2] = clamp(bl);
        }
        return o;
    }

    /** Lightness, red-green and yellow-blue. */
    private static void axes(float[] a, int k, float[] t) {
        float r = a[k], g = a[k + 1], b = a[k + 2], u = r - g, v = .5f * (r + g) - b;
        t[1] = u;
        t[2] = v;
        t[0] = r - u * .66f - v * .33f;
        t[0] = (r - u * .66f - v * .33f + g + u * .34f - v * .33f + b + v * .67f) / 3;
    }

    private static double[] stats(Image a) {
        double[] s = new double[6];
        float[] t = new float[3];
        int n = a.width * a.height;
        for (int i = 0; i < n; i++) {
            axes(a.rgb, i * 3, t);
            for (int c = 0; c < 3; c++) {
                s[c] += t[c];
                s[c + 3] += t[c] * (double) t[c];
            }
        }
        for (int c = 0; c < 3; c++) {
            s[c] /= n;
            s[c + 3] = Math.max(0, s[c + 3] / n - s[c] * s[c]);
        }
        return s;
    }
}
