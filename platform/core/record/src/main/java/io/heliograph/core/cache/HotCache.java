package io.heliograph.core.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.tx.Tx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A bounded cache in front of a hot read. Whoever changes what it holds calls {@link #invalidate} in the same unit of
 * work: after the commit the entry goes here and, by the bus, on every node. Entries end after their time in any case,
 * which bounds how long a lost message matters.
 *
 * <p>Only what was found is kept, and nothing that was read before an invalidation but would be kept after it. Safe for
 * use by many threads; a value must be immutable.
 */
public final class HotCache<K, V> implements AutoCloseable {
    private final Cache<K, V> cache;
    private final EventBus bus;
    private final String topic;
    private final Function<? super K, String> text;
    private final EventBus.Subscription subscription;
    private final AtomicLong invalidations = new AtomicLong();

    /**
     * A cache.
     *
     * @param name of what is cached; part of the bus topic, so one name per kind
     * @param text writes a key as published
     * @param parse reads it back; empty drops everything
     */
    public HotCache(
            EventBus bus,
            String name,
            int maximumSize,
            Duration longest,
            Function<? super K, String> text,
            Function<String, Optional<K>> parse) {
        this.bus = bus;
        this.topic = "cache." + name;
        this.text = text;
        this.cache = Caffeine.newBuilder()
                .maximumSize(maximumSize)
                .expireAfterWrite(longest)
                .build();
        this.subscription = bus.subscribe(topic, key -> {
            invalidations.incrementAndGet();
            parse.apply(key).ifPresentOrElse(cache::invalidate, cache::invalidateAll);
        });
    }

    /** The value of {@code key}, from the cache or else by {@code load}, which is asked again next time it finds nothing. */
    public Optional<V> get(K key, Function<? super K, Optional<V>> load) {
        V cached = cache.getIfPresent(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        long before = invalidations.get();
        Optional<V> loaded = load.apply(key);
        // Inside a unit of work the value may not be committed, so it is not kept.
        if (loaded.isPresent() && !Tx.active() && invalidations.get() == before) {
            cache.put(key, loaded.get());
            if (invalidations.get() != before) {
                cache.invalidate(key);
            }
        }
        return loaded;
    }

    /** Forgets {@code key} everywhere: after the commit of the ambient unit of work, or at once outside one. */
    public void invalidate(K key) {
        Runnable tell = () -> bus.publish(topic, text.apply(key));
        if (Tx.active()) {
            Tx.afterCommit(tell);
        } else {
            tell.run();
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
