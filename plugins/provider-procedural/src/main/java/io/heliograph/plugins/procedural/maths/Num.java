package io.heliograph.plugins.procedural.maths;

/**
 * Arithmetic that gives the same bits on every machine. Java's + - * / and sqrt are exact by specification, but Math.sin, exp and pow may
 * differ in the last place between processors, so the renderer uses the polynomials below instead.
 */
public final class Num {
    private Num() {}

    public static final float PI = 3.1415927f, TAU = 6.2831855f;

    public static float clamp(float x) {
        return x < 0 ? 0 : x > 1 ? 1 : x;
    }

    public static float clamp(float x, float lo, float hi) {
        return x < lo ? lo : x > hi ? hi : x;
    }

    public static int clamp(int x, int lo, int hi) {
        return x < lo ? lo : x > hi ? hi : x;
    }

    public static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }

    public static float square(float x) {
        return x * x;
    }

    public static float sqrt(float x) {
        return x <= 0 ? 0 : (float) Math.sqrt(x);
    }

    public static int floor(float v) {
        int i = (int) v;
        return v < i ? i - 1 : i;
    }

    public static float fract(float v) {
        return v - floor(v);
    }

    /** Smooth ramp from 0 at a to 1 at b; a may be greater than b. */
    public static float step(float a, float b, float x) {
        float t = (x - a) / (b - a);
        if (t <= 0) return 0;
        if (t >= 1) return 1;
        return t * t * (3 - 2 * t);
    }

    /** A bell of height 1 and width w around c. */
    public static float bell(float x, float c, float w) {
        return exp(-square((x - c) / w));
    }

    public static float exp2(float x) {
        if (x < -120) return 0;
        if (x > 120) x = 120;
        int k = floor(x + .5f);
        float f = (x - k) * 0.6931472f;
        float p = 1 + f * (1 + f * (.5f + f * (.16666667f + f * (.041666668f + f * .008333334f))));
        return p * Float.intBitsToFloat((k + 127) << 23);
    }

    public static float exp(float x) {
        return exp2(x * 1.442695f);
    }

    public static float log2(float x) {
        int b = Float.floatToRawIntBits(x), e = (b >>> 23) - 127;
        float m = Float.intBitsToFloat((b & 0x7fffff) | 0x3f800000);
        if (m > 1.4142135f) {
            m *= .5f;
            e++;
        }
        float t = (m - 1) / (m + 1), t2 = t * t;
        return e + 2.88539f * t * (1 + t2 * (0.33333334f + t2 * (.2f + t2 * 0.14285713f)));
    }

    public static float pow(float x, float y) {
        return x <= 1e-30f ? 0 : exp2(y * log2(x));
    }

    public static float sin(float x) {
        x -= TAU * floor(x / TAU + .5f);
        if (x > PI / 2) x = PI - x;
        else if (x < -PI / 2) x = -PI - x;
        float s = x * x;
        return x * (1 + s * (-.16666667f + s * (0.008333333f + s * (-.00019841270f + s * 2.7557319e-6f))));
    }

    public static float cos(float x) {
        return sin(x + PI / 2);
    }

    public static float atan2(float y, float x) {
        float ax = Math.abs(x), ay = Math.abs(y), mx = Math.max(ax, ay);
        if (mx == 0) return 0;
        float a = Math.min(ax, ay) / mx, s = a * a;
        float r = ((-0.046496473f * s + .15931422f) * s - 0.32762277f) * s * a + a;
        if (ay > ax) r = PI / 2 - r;
        if (x < 0) r = PI - r;
        return y < 0 ? -r : r;
    }

    public static float[] rgb(double r, double g, double b) {
        return new float[] {(float) r, (float) g, (float) b};
    }

    public static float lum(float r, float g, float b) {
        return .2126f * r + .7152f * g + .0722f * b;
    }

    public static float[] mix(float[] a, float[] b, float t) {
        return new float[] {mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)};
    }

    public static float[] scale(float[] a, float k) {
        return new float[] {a[0] * k, a[1] * k, a[2] * k};
    }

    /** An sRGB hex colour as linear light. */
    public static float[] hex(int c) {
        float[] o = new float[3];
        for (int i = 0; i < 3; i++) {
            float v = (c >> (16 - 8 * i) & 255) / 255f;
            o[i] = v <= .04045f ? v / 12.92f : pow((v + .055f) / 1.055f, 2.4f);
        }
        return o;
    }
}
