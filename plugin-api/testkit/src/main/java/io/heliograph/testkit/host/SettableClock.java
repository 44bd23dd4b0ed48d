package io.heliograph.testkit.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told. Begins at noon of 1 January 2030. */
public final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2030-01-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
