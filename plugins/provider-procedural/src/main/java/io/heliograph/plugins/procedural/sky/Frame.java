package io.heliograph.plugins.procedural.sky;

import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Image;

/** A finished frame before grading: open-ended colours and the distance of every pixel. */
public final class Frame {
    public final Image rgb;
    public final float[] depth;
    public final Camera camera;
    public final Sky sky;

    public Frame(Camera camera, Sky sky) {
        this.camera = camera;
        this.sky = sky;
        int w = camera.width(), h = camera.height();
        rgb = new Image(w, h);
        depth = new float[w * h];
    }
}
