package io.heliograph.plugins.procedural.paint;

import static io.heliograph.plugins.procedural.maths.Num.clamp;

/** Land seen in the water, in picture coordinates: premultiplied colour and cover, at half size. */
public final class Mirror {
    public final int step, width, height;
    public final float[] rgba, far;
    final Camera camera;

    public Mirror(Camera camera, int step) {
        this.camera = camera;
        this.step = step;
        width = camera.width() / step + 2;
        height = (int) ((camera.height() - camera.horizon()) / step) + 4;
        rgba = new float[width * height * 4];
        far = new float[width * height];
    }

    public void sample(float x, float down, float[] o) {
        float u = clamp(x / step, 0, width - 1.01f), v = clamp(down / step, 0, height - 1.01f);
        int i = (int) u, j = (int) v;
        u -= i;
        v -= j;
        int k = (j * width + i) * 4, n = width * 4;
        for (int q = 0; q < 4; q++) {
            float a = rgba[k + q], b = rgba[k + n + q];
            a += (rgba[k + 4 + q] - a) * u;
            b += (rgba[k + n + 4 + q] - b) * u;
            o[q] = a + (b - a) * v;
        }
    }
}
