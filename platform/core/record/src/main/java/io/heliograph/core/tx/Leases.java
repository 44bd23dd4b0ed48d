package io.heliograph.core.tx;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * Leases on rows, measured on the database's clock so that nodes with unlike clocks agree. The row keeps the token and
 * the end; every write after the claim repeats {@code where lease_token = :token}, and a write that touches no row means
 * the lease is lost: stop, and publish nothing.
 *
 * <p>Local trust begins before the claim is sent and ends {@link #MARGIN} before the lease does, so a holder that lost
 * touch stops before another may begin.
 */
public final class Leases {
    /** How long before its end a holder stops trusting a lease. */
    public static final Duration MARGIN = Duration.ofSeconds(2);

    private final SecureRandom random = new SecureRandom();
    private final LongSupplier nanoTime;

    public Leases() {
        this(System::nanoTime);
    }

    /** With a settable monotonic clock, for tests. */
    public Leases(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A fresh lease of {@code length} from the database's now; inside a unit of work. */
    public Lease grant(Duration length) {
        return renewed(random.nextLong(), length);
    }

    /** The same token for another {@code length} from the database's now; inside a unit of work. */
    public Lease renew(Lease lease, Duration length) {
        return renewed(lease.token(), length);
    }

    private Lease renewed(long token, Duration length) {
        long askedNanos = nanoTime.getAsLong();
        Instant expiresAt = databaseNow().plus(length);
        return new Lease(token, expiresAt, askedNanos + length.minus(MARGIN).toNanos());
    }

    /** Whether the holder may still act on this lease without asking the database. */
    public boolean trusted(Lease lease) {
        return lease.trustedUntilNanos() - nanoTime.getAsLong() > 0;
    }

    /** The database's clock, to the microsecond; inside a unit of work. */
    public static Instant databaseNow() {
        return Sessions.current()
                .createNativeQuery("select utc_timestamp(6)", LocalDateTime.class)
                .getSingleResult()
                .toInstant(ZoneOffset.UTC);
    }

    /**
     * A claim on a row for a while.
     *
     * @param token written into the row; never 0 in practice, compared in every later write
     * @param expiresAt on the database's clock; another may claim the row after it
     * @param trustedUntilNanos on this process's monotonic clock
     */
    public record Lease(long token, Instant expiresAt, long trustedUntilNanos) {}
}
