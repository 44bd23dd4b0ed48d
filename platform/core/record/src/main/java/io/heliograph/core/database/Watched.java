package io.heliograph.core.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the database on a platform thread of its own: every two seconds while it answers, every quarter of a
 * second while it does not. While it is away, {@link #check} refuses at once, so that requests fail in a millisecond
 * and not one by one at the pool's time-out.
 */
final class Watched implements Availability, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);
    private static final long UP_PAUSE_MILLIS = 2_000;
    private static final long AWAY_PAUSE_MILLIS = 250;
    private static final int ANSWER_SECONDS = 2;

    private final DataSource direct;
    private final String place;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Away away;

    /** Since when, and what the driver said. */
    private record Away(Instant since, String why) {}

    Watched(DataSource direct, String place, InstantSource clock) {
        this.direct = direct;
        this.place = place;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("record-watch").unstarted(this::look);
    }

    void start() {
        thread.start();
    }

    /** Refuses while the database is away. */
    void check() throws SQLTransientConnectionException {
        Away now = away;
        if (now != null) {
            throw new SQLTransientConnectionException("the database is away: " + now.why(), "08001");
        }
    }

    /** A connection could not be had: the next ones are refused until the database answers again. */
    void report(SQLException failure) {
        if (away == null) {
            String why = String.valueOf(failure.getMessage());
            away = new Away(clock.instant(), why);
            LOG.warn("The database at {} is away: {}", place, why);
        }
    }

    private void look() {
        try {
            while (!closed.await(away == null ? UP_PAUSE_MILLIS : AWAY_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                ping();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void ping() {
        try (Connection connection = direct.getConnection()) {
            if (!connection.isValid(ANSWER_SECONDS)) {
                report(new SQLTransientConnectionException("no answer within " + ANSWER_SECONDS + " s"));
                return;
            }
            Away before = away;
            if (before != null) {
                away = null;
                LOG.info("The database at {} answers again; it was away since {}", place, before.since());
            }
        } catch (SQLException failure) {
            report(failure);
        }
    }

    @Override
    public boolean up() {
        return away == null;
    }

    @Override
    public String describe() {
        Away now = away;
        return now == null
                ? "The database at " + place + " answers."
                : "The database at " + place + " has been away since " + now.since() + ": " + now.why();
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
