package io.heliograph.testkit.broken;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.store.BlobStore;
import io.heliograph.spi.store.BlobStoreFactory;
import io.heliograph.testkit.StoreFixture;
import io.heliograph.testkit.host.FakeHost;
import java.nio.file.Path;
import java.util.Map;

/** The memory store with the fault that is set. */
public final class BrokenStoreFixture implements StoreFixture {
    /** Fault of the next stores. */
    static volatile MemoryStore.Fault fault = MemoryStore.Fault.NONE;

    @Override
    public BlobStoreFactory factory() {
        return new BlobStoreFactory() {
            @Override
            public String type() {
                return "memory";
            }

            @Override
            public BlobStore create(InstanceContext context) {
                return new MemoryStore(fault);
            }
        };
    }

    @Override
    public InstanceContext instance(FakeHost host, Path folder) {
        return host.instance(Map.of(), folder);
    }
}
