package io.heliograph.plugins.procedural.edit;

/** Where a picture may change: one number a pixel, above one half where it may. */
public final class Mask {
    final float[] values;

    /** @param values row by row, as many as the new picture has pixels; not copied */
    public Mask(float[] values) {
        this.values = values;
    }
}
