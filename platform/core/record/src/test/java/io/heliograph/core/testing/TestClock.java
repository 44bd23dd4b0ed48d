package io.heliograph.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. Safe for use by many threads. */
public final class TestClock implements InstantSource {
    /** Where every test begins. */
    public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves it on. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** Sets it. */
    public synchronized void set(Instant instant) {
        now = instant;
    }
}
