package io.heliograph.plugins.procedural.paint;

/**
 * A camera with a shifting lens: it always looks level and the horizon is moved up or down in the frame, so verticals stay upright and every
 * picture column is one vertical plane of the world. That is what lets terrain and city be swept column by column.
 */
public record Camera(int width, int height, float focal, float horizon, float x, float y, float z) {
    /** Sideways slope of the ray through picture column px. */
    public float dx(float px) {
        return (px - width * .5f) / focal;
    }

    /** Upward slope of the ray through picture row py. */
    public float dy(float py) {
        return (horizon - py) / focal;
    }

    public float column(float x, float z) {
        return width * .5f + (x - this.x) / (z - this.z) * focal;
    }

    public float row(float y, float z) {
        return horizon - (y - this.y) / (z - this.z) * focal;
    }

    public Camera moved(float mx, float my, float mz) {
        return new Camera(width, height, focal, horizon, x + mx, y + my, z + mz);
    }
}
