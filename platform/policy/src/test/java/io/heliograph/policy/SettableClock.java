package io.heliograph.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that a test sets. */
public final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-01-02T03:04:05Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** The same time for whoever counts nanoseconds. */
    public long nanos() {
        return now.toEpochMilli() * 1_000_000L;
    }
}
