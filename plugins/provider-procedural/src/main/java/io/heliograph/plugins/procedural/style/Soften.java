package io.heliograph.plugins.procedural.style;

import static io.heliograph.plugins.procedural.maths.Num.clamp;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;

/** Smooths areas but keeps edges: every pixel takes the mean of the calmest of its four quarters. */
final class Soften {
    private Soften() {}

    static Image calm(Workers workers, Image image, int r) {
        int w = image.width, h = image.height;
        Image q = new Image(w, h), m = image.blur(workers, Math.max(1, r / 2));
        Image v = new Image(w, h);
        for (int i = 0; i < w * h; i++) {
            float l = image.brightness(i), ml = m.brightness(i);
            v.rgb[i * 3] = square(l - ml);
            v.rgb[i * 3 + 1] = l;
        }
        v = v.blur(workers, Math.max(1, r / 2));
        Image var = v;
        int d = Math.max(1, r / 2);
        workers.each(h, y -> {
            for (int x = 0; x < w; x++) {
                int best = -1;
                float bv = 9;
                for (int k = 0; k < 5; k++) {
                    int xx = clamp(x + (k == 4 ? 0 : (k & 1) == 0 ? -d : d), 0, w - 1),
                            yy = clamp(y + (k == 4 ? 0 : k < 2 ? -d : d), 0, h - 1),
                            p = yy * w + xx;
                    if (var.rgb[p * 3] < bv) {
                        bv = var.rgb[p * 3];
                        best = p;
                    }
                }
                int o = (y * w + x) * 3;
                for (int c = 0; c < 3; c++) q.rgb[o + c] = m.rgb[best * 3 + c];
            }
        });
        return q;
    }
}
