package io.heliograph.testkit.store;

import static io.heliograph.testkit.store.StoreUnderTest.bytes;
import static io.heliograph.testkit.store.StoreUnderTest.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobPage;
import io.heliograph.testkit.host.FakeContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists are complete, in order, without repetition, and by prefix. */
public final class ListingBehaviour {
    private static List<String> walk(StoreUnderTest test, String prefix, int limit) throws PluginException {
        List<String> found = new ArrayList<>();
        Optional<BlobKey> after = Optional.empty();
        while (true) {
            try (FakeContext call = test.call()) {
                BlobPage page = test.store.list(prefix, after, limit, call);
                assertThat(page.keys()).hasSizeLessThanOrEqualTo(limit);
                page.keys().forEach(one -> found.add(one.value()));
                if (!page.more()) {
                    return found;
                }
                after = Optional.of(page.keys().getLast());
            }
        }
    }

    @Test
    void pagesJoinWithoutGapOrRepetition() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest()) {
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < 57; i++) {
                keys.add("p" + i % 3 + "/" + i);
            }
            String longest = "p1/" + String.join("/", Collections.nCopies(5, "z".repeat(60)));
            keys.add(longest);
            for (String one : keys) {
                test.put(one, bytes(1));
            }
            keys.sort(null);
            for (int limit : new int[] {1, 7, 58, 1000}) {
                assertThat(walk(test, "", limit)).isEqualTo(keys);
            }
            assertThat(walk(test, "p1/", 5))
                    .isEqualTo(
                            keys.stream().filter(one -> one.startsWith("p1/")).toList());
            assertThat(walk(test, "nothing", 5)).isEmpty();
        }
    }

    @Test
    void anEmptyStoreHasNothing() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest()) {
            assertThat(walk(test, "", 10)).isEmpty();
        }
    }

    @Test
    void whatIsDeletedIsNotListed() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest();
                FakeContext call = test.call()) {
            test.put("a", bytes(1));
            test.put("b", bytes(1));
            test.store.delete(key("a"), call);
            assertThat(walk(test, "", 10)).containsExactly("b");
        }
    }

    @Test
    void aPageOfNoneOrTooManyIsRefused() throws PluginException {
        try (StoreUnderTest test = new StoreUnderTest();
                FakeContext call = test.call()) {
            for (int limit : new int[] {0, -1, 1001}) {
                assertThatThrownBy(() -> test.store.list("", Optional.empty(), limit, call))
                        .isInstanceOf(PluginException.class);
            }
        }
    }
}
