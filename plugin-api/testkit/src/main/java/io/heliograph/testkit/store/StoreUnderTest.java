package io.heliograph.testkit.store;

import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobStore;
import io.heliograph.testkit.Fixture;
import io.heliograph.testkit.KitRun;
import io.heliograph.testkit.StoreFixture;
import io.heliograph.testkit.bytes.MemorySink;
import io.heliograph.testkit.bytes.MemorySource;
import io.heliograph.testkit.host.FakeContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fresh, empty store and short words for its operations, each with a context of its own. */
final class StoreUnderTest implements AutoCloseable {
    private final KitRun run = new KitRun();
    final BlobStore store;

    StoreUnderTest() throws PluginException {
        StoreFixture fixture = Fixture.only(StoreFixture.class);
        store = fixture.factory().create(fixture.instance(run.host(), run.folder()));
    }

    FakeContext call() {
        return run.host().call();
    }

    static BlobKey key(String value) {
        return new BlobKey(value);
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return bytes;
    }

    long put(String key, byte[] bytes) throws PluginException {
        try (FakeContext call = call()) {
            return store.put(key(key), MemorySource.of(bytes), call);
        }
    }

    byte @Nullable [] get(String key) throws PluginException {
        return get(key, Optional.empty());
    }

    byte @Nullable [] get(String key, Optional<ByteRange> range) throws PluginException {
        MemorySink sink = new MemorySink();
        try (FakeContext call = call()) {
            return store.get(key(key), range, sink, call) ? sink.bytes() : null;
        }
    }

    @Override
    public void close() {
        store.close();
        run.close();
    }
}
