package io.heliograph.plugins.files;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.store.BlobStoreFactory;
import io.heliograph.testkit.StoreFixture;
import io.heliograph.testkit.host.FakeHost;
import java.nio.file.Path;
import java.util.Map;

/** A store in the folder that the kit gives. */
public final class FilesFixture implements StoreFixture {
    @Override
    public BlobStoreFactory factory() {
        return new FilesPlugin().stores().getFirst();
    }

    @Override
    public InstanceContext instance(FakeHost host, Path folder) {
        return host.instance(Map.of("reserve-megabytes", 0L), folder);
    }
}
