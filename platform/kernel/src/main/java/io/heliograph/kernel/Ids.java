package io.heliograph.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562): ordered by their millisecond, so that a primary key appends, and unguessable in
 * their 74 random bits.
 *
 * <p>Safe for use by many threads.
 */
public final class Ids {
    private final TimeBasedEpochRandomGenerator generator;

    /** Ids whose time part is read from {@code clock}. */
    public Ids(InstantSource clock) {
        this.generator = Generators.timeBasedEpochRandomGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    /** A new id. */
    public UUID next() {
        return generator.generate();
    }
}
