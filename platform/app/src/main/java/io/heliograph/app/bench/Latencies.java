package io.heliograph.app.bench;

import java.util.Arrays;

/** Durations in nanoseconds, kept whole: a few hundred thousand are small, and a percentile is then exact. */
final class Latencies {
    private static final double MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    synchronized int count() {
        return count;
    }

    /** The duration that {@code share} of all stay within, in milliseconds; not a number if there is none. */
    synchronized double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(share * count) - 1, 0, count - 1)] / MILLI;
    }
}
