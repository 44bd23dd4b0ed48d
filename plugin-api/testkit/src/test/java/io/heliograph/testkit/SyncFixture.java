package io.heliograph.testkit;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.provider.GenerationProviderFactory;
import io.heliograph.testkit.fake.SyncFakePlugin;
import io.heliograph.testkit.host.FakeHost;
import java.nio.file.Path;
import java.util.Map;

/** The synchronous fake under the kit. */
public final class SyncFixture implements ProviderFixture {
    @Override
    public GenerationProviderFactory factory() {
        return new SyncFakePlugin().providers().getFirst();
    }

    @Override
    public InstanceContext instance(FakeHost host, Path folder) {
        return host.instance(Map.of("credits", 3L), folder);
    }

    @Override
    public Map<String, Object> options(String model) {
        return Map.of("side", 32L, "steps", 3L);
    }

    @Override
    public boolean deterministic() {
        return true;
    }
}
