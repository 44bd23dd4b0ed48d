package io.heliograph.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.testing.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HotCacheTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static HotCache<String, Integer> cache(String name) {
        return new HotCache<>(db.bus(), name, 100, Duration.ofMinutes(1), k -> k, Optional::of);
    }

    @Test
    void anEntryIsLoadedOnceUntilItIsInvalidatedOnAnyNode() {
        AtomicInteger loads = new AtomicInteger();
        try (var here = cache("a");
                var elsewhere = cache("a")) {
            assertThat(here.get("k", k -> Optional.of(loads.incrementAndGet()))).contains(1);
            assertThat(here.get("k", k -> Optional.of(loads.incrementAndGet()))).contains(1);
            elsewhere.invalidate("k");
            assertThat(here.get("k", k -> Optional.of(loads.incrementAndGet()))).contains(2);
        }
    }

    @Test
    void whatIsNotThereOrWasReadBeforeAnInvalidationIsNotKept() {
        try (var cache = cache("b")) {
            assertThat(cache.get("k", k -> Optional.empty())).isEmpty();
            assertThat(cache.get("k", k -> {
                        cache.invalidate("k");
                        return Optional.of(1);
                    }))
                    .contains(1);
            assertThat(cache.get("k", k -> Optional.of(2))).contains(2);
        }
    }

    @Test
    void anInvalidationWaitsForTheCommitAndNothingUncommittedIsKept() {
        try (var cache = cache("c")) {
            cache.get("k", k -> Optional.of(1));
            db.tx().required(() -> {
                cache.invalidate("k");
                assertThat(cache.get("k", k -> Optional.of(9))).contains(1);
                assertThat(cache.get("other", k -> Optional.of(9))).contains(9);
            });
            assertThat(cache.get("k", k -> Optional.of(2))).contains(2);
            assertThat(cache.get("other", k -> Optional.of(3))).contains(3);
        }
    }
}
