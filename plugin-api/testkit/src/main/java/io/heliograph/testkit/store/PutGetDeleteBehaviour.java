package io.heliograph.testkit.store;

import static io.heliograph.testkit.store.StoreUnderTest.bytes;
import static io.heliograph.testkit.store.StoreUnderTest.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.store.BlobStore.Deletion;
import io.heliograph.testkit.bytes.MemorySink;
import io.heliograph.testkit.host.FakeContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is put is there, whole and by ranges; what is deleted is gone. */
public final class PutGetDeleteBehaviour {
    @TestFactory
    Stream<DynamicTest> whatIsPutComesBack() {
        return Stream.of(0, 1, 999, 65_536, 1_000_003)
                .map(size -> DynamicTest.dynamicTest(size + " bytes", () -> {
                    try (StoreUnderTest test = new StoreUnderTest()) {
                        assertThat(test.put("a/b", bytes(size))).isEqualTo((long) size);
                        assertThat(test.get("a/b")).isEqualTo(bytes(size));
                        try (FakeContext call = test.call()) {
                            assertThat(test.store.sizeBytes(key("a/b"), call)).contains((long) size);
                        }
                    }
                }));
    }

    @Test
    void rangesAreExact() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest()) {
            byte[] whole = bytes(100_000);
            test.put("r", whole);
            for (ByteRange range : List.of(
                    new ByteRange(0, 1),
                    new ByteRange(0, 100_000),
                    new ByteRange(99_999, 1),
                    new ByteRange(4_095, 70_000))) {
                int from = (int) range.offsetBytes();
                assertThat(test.get("r", Optional.of(range)))
                        .isEqualTo(Arrays.copyOfRange(whole, from, from + (int) range.lengthBytes()));
            }
        }
    }

    @Test
    void anotherPutReplaces() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest()) {
            test.put("k", bytes(5_000));
            test.put("k", bytes(3));
            assertThat(test.get("k")).isEqualTo(bytes(3));
        }
    }

    @Test
    void whatIsNotThereIsNotThere() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest();
                FakeContext call = test.call()) {
            MemorySink sink = new MemorySink();
            assertThat(test.store.get(key("none"), Optional.empty(), sink, call))
                    .isFalse();
            assertThat(sink.bytes()).isEmpty();
            assertThat(test.store.sizeBytes(key("none"), call)).isEmpty();
            assertThat(test.store.delete(key("none"), call)).isEqualTo(Deletion.ABSENT);
        }
    }

    @Test
    void whatIsDeletedIsGone() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest();
                FakeContext call = test.call()) {
            test.put("k", bytes(10));
            assertThat(test.store.delete(key("k"), call)).isIn(Deletion.DELETED, Deletion.PENDING);
            assertThat(test.get("k")).isNull();
            assertThat(test.store.delete(key("k"), call)).isNotEqualTo(Deletion.DELETED);
        }
    }

    @Test
    void noKeyIsInTheWayOfAnother() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest()) {
            String longest = String.join("/", Collections.nCopies(6, "x".repeat(64)));
            List<String> keys = List.of("a", "a/b", "a/b/c", "a-b", "a_b", "a/b-c", longest, longest.substring(0, 388));
            for (String one : keys) {
                test.put(one, one.getBytes(StandardCharsets.US_ASCII));
            }
            for (String one : keys) {
                assertThat(test.get(one)).isEqualTo(one.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
