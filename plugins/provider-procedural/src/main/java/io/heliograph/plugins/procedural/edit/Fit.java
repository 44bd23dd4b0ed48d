package io.heliograph.plugins.procedural.edit;

import io.heliograph.plugins.procedural.paint.Image;

/** Cuts the middle out of a picture so that it fills another size. */
final class Fit {
    private Fit() {}

    static Image fit(Image ref, int w, int h) {
        float k = Math.min(ref.width / (float) w, ref.height / (float) h);
        int cw = Math.max(1, Math.round(w * k)),
                ch = Math.max(1, Math.round(h * k)),
                x0 = (ref.width - cw) / 2,
                y0 = (ref.height - ch) / 2;
        Image c = new Image(cw, ch);
        for (int y = 0; y < ch; y++)
            System.arraycopy(ref.rgb, ((y + y0) * ref.width + x0) * 3, c.rgb, y * cw * 3, cw * 3);
        return c.resize(w, h);
    }
}
