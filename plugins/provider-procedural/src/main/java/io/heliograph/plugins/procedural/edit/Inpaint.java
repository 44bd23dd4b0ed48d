package io.heliograph.plugins.procedural.edit;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.mix;
import static io.heliograph.plugins.procedural.maths.Num.step;

import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;

/** Changes only a part of a given picture. */
public final class Inpaint {
    private Inpaint() {}

    /** mask: 1 where the new picture goes. The seam is feathered and the new part is shifted towards the colours around it. */
    public static Image apply(Workers workers, Image base, Image fresh, Mask mask) {
        int w = fresh.width, h = fresh.height;
        Image b = Fit.fit(base, w, h);
        if (mask.values.length != w * h) throw new IllegalArgumentException("mask size");
        int r = Math.max(2, Math.min(w, h) / 64);
        Image m = new Image(w, h), rim = new Image(w, h);
        for (int i = 0; i < w * h; i++) m.rgb[i * 3] = mask.values[i] > .5f ? 1 : 0;
        Image soft = m.blur(workers, r), wide = m.blur(workers, r * 3);
        // difference along the outside of the seam, spread inward with falling weight: pull down, then fill up, a
        // pyramid

        Image diff = new Image(w, h);
        float[] wt = new float[w * h];
        for (int i = 0; i < w * h; i++) {
            float k = m.rgb[i * 3] < .5f && wide.rgb[i * 3] > .02f ? 1 : 0;
            wt[i] = k;
            for (int c = 0; c < 3; c++) diff.rgb[i * 3 + c] = k * (b.rgb[i * 3 + c] - fresh.rgb[i * 3 + c]);
        }
        for (int i = 0; i < w * h; i++) rim.rgb[i * 3] = wt[i];
        Image d1 = diff, n1 = rim;
        float[] shift = new float[w * h * 3], got = new float[w * h];
        for (int rad = r * 2; rad < Math.max(w, h); rad *= 3) {
            Image dd = d1.blur(workers, rad), nn = n1.blur(workers, rad);
            for (int i = 0; i < w * h; i++) {
                float n = nn.rgb[i * 3];
                if (n < .002f || got[i] > 0) continue;
                got[i] = 1;
                for (int c = 0; c < 3; c++) shift[i * 3 + c] = dd.rgb[i * 3 + c] / n;
            }
        }
        Image sm = new Image(w, h, shift).blur(workers, r * 2), o = new Image(w, h);
        for (int i = 0; i < w * h; i++) {
            float k = step(.15f, .85f, soft.rgb[i * 3]), near = .75f - .45f * step(.6f, 1, wide.rgb[i * 3]);
            for (int c = 0; c < 3; c++)
                o.rgb[i * 3 + c] = clamp(mix(b.rgb[i * 3 + c], fresh.rgb[i * 3 + c] + near * sm.rgb[i * 3 + c], k));
        }
        return o;
    }
}
