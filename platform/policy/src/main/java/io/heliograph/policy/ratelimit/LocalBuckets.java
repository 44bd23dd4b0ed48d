package io.heliograph.policy.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Buckets of this process. One that was left alone for its window is full, so it is forgotten. At most
 * {@value #MOST} are held; past that the least used go first, so a flood of addresses cannot eat the memory.
 */
public final class LocalBuckets implements Buckets {
    static final int MOST = 200_000;

    private final TimeMeter meter;
    private final Cache<Key, Bucket> buckets;

    /** Buckets on the machine's monotonic clock. */
    public LocalBuckets() {
        this(System::nanoTime);
    }

    /** Buckets on a clock that never goes back, in nanoseconds. */
    public LocalBuckets(LongSupplier nanoClock) {
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanoClock.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(nanoClock::getAsLong)
                .expireAfter(Expiry.<Key, Bucket>accessing((key, _) -> key.window()))
                .build();
    }

    @Override
    public Take take(LimitRule rule, String who, long tokens) {
        ConsumptionProbe probe = bucket(rule, who).tryConsumeAndReturnRemaining(tokens);
        return new Take(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                probe.getNanosToWaitForRefill(),
                probe.getNanosToWaitForReset());
    }

    @Override
    public void giveBack(LimitRule rule, String who, long tokens) {
        bucket(rule, who).addTokens(tokens);
    }

    private Bucket bucket(LimitRule rule, String who) {
        return buckets.get(new Key(rule.name(), rule.capacity(), rule.window(), who), this::fill);
    }

    private Bucket fill(Key key) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(key.capacity()).refillGreedy(key.capacity(), key.window()))
                .build();
    }

    /** Capacity and window are part of the key: a changed limit begins with fresh buckets. */
    private record Key(String rule, long capacity, Duration window, String who) {}
}
