package io.heliograph.testkit.store;

import static io.heliograph.testkit.store.StoreUnderTest.bytes;
import static io.heliograph.testkit.store.StoreUnderTest.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.testkit.bytes.MemorySink;
import io.heliograph.testkit.bytes.MemorySource;
import io.heliograph.testkit.host.FakeContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each transfer under each hazard: what was there before is there afterwards, and nothing half is ever seen. */
public final class HazardBehaviour {
    /** What may go wrong in a put. */
    private enum Hazard {
        SOURCE_FAILS_AT_ONCE,
        SOURCE_FAILS_HALF_WAY,
        CANCELLED_BEFORE
    }

    @TestFactory
    Stream<DynamicTest> aPutThatFailsLeavesWhatWasThere() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Hazard hazard : Hazard.values()) {
            for (boolean replacing : new boolean[] {false, true}) {
                tests.add(DynamicTest.dynamicTest(
                        hazard + (replacing ? " while replacing" : " while new"), () -> put(hazard, replacing)));
            }
        }
        return tests.stream();
    }

    private static void put(Hazard hazard, boolean replacing) throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest()) {
            if (replacing) {
                test.put("k", bytes(4_000));
            }
            MemorySource source = MemorySource.of(bytes(9_000));
            try (FakeContext call = test.call()) {
                if (hazard == Hazard.CANCELLED_BEFORE) {
                    call.cancel();
                } else {
                    source = source.failingAfter(hazard == Hazard.SOURCE_FAILS_AT_ONCE ? 0 : 4_000);
                }
                MemorySource bad = source;
                assertThatThrownBy(() -> test.store.put(key("k"), bad, call)).isInstanceOf(PluginException.class);
            }
            byte[] left = test.get("k");
            if (replacing) {
                assertThat(left).isEqualTo(bytes(4_000));
            } else {
                assertThat(left).isNull();
            }
            try (FakeContext call = test.call()) {
                assertThat(test.store.list("", Optional.empty(), 10, call).keys())
                        .hasSize(replacing ? 1 : 0);
            }
            test.put("k", bytes(9_000));
            assertThat(test.get("k")).isEqualTo(bytes(9_000));
        }
    }

    @Test
    void aRangePastTheEndIsTheCallersFault() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest()) {
            test.put("k", bytes(10));
            for (ByteRange range : List.of(new ByteRange(0, 11), new ByteRange(10, 1), new ByteRange(9, 2))) {
                assertThatThrownBy(() -> test.get("k", Optional.of(range)))
                        .isInstanceOfSatisfying(
                                PluginException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER));
            }
        }
    }

    @Test
    void aReceiverThatIsFullEndsTheTransfer() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest();
                FakeContext call = test.call()) {
            test.put("k", bytes(300_000));
            MemorySink small = new MemorySink(100);
            assertThatThrownBy(() -> test.store.get(key("k"), Optional.empty(), small, call))
                    .isInstanceOf(PluginException.class);
            assertThat(test.get("k")).hasSize(300_000);
        }
    }

    @Test
    void aReaderSeesTheOldOrTheNewAndNeverAMixture() throws Exception {
        try (StoreUnderTest test = new StoreUnderTest()) {
            byte[] one = new byte[200_000];
            byte[] two = new byte[300_000];
            Arrays.fill(two, (byte) 1);
            test.put("k", one);
            ExecutorService threads = Executors.newFixedThreadPool(
                    2, Thread.ofPlatform().name("fake-kit-", 0).factory());
            try {
                Callable<Boolean> write = () -> {
                    for (int i = 0; i < 20; i++) {
                        test.put("k", i % 2 == 0 ? two : one);
                    }
                    return true;
                };
                Callable<Boolean> read = () -> {
                    for (int i = 0; i < 40; i++) {
                        byte[] seen = test.get("k");
                        assertThat(Arrays.equals(seen, one) || Arrays.equals(seen, two))
                                .isTrue();
                    }
                    return true;
                };
                for (Future<Boolean> done : threads.invokeAll(List.of(write, read))) {
                    assertThat(done.get()).isTrue();
                }
            } finally {
                threads.shutdown();
            }
        }
    }
}
