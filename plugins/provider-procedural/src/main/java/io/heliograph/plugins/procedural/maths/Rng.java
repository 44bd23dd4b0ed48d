package io.heliograph.plugins.procedural.maths;

/** A small reproducible random source (SplitMix64). */
public final class Rng {
    private long s;

    public Rng(long seed) {
        s = seed;
        long z = next();
        z ^= z >>> 29;
        s = z * 0xD6E8FEB86659FD93L;
        s ^= s >>> 32;
        next();
    }

    long next() {
        long z = (s += 0x9E3779B97F4A7C15L);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public float unit() {
        return (next() >>> 40) * (1f / (1 << 24));
    }

    public float in(float a, float b) {
        return a + (b - a) * unit();
    }

    public int below(int n) {
        return (int) ((next() >>> 33) % n);
    }

    public boolean chance(float p) {
        return unit() < p;
    }

    public float sign() {
        return next() < 0 ? -1 : 1;
    }

    public float bell() {
        return (unit() + unit() + unit() + unit() - 2) * 1.22f;
    }

    @SafeVarargs
    public final <T> T of(T... xs) {
        return xs[below(xs.length)];
    }
}
