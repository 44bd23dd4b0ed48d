package io.heliograph.testkit.fake;

import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationProviderFactory;
import java.util.List;

/** A provider that works at once, step by step, with a preview at each step. */
public final class SyncFakePlugin implements HeliographPlugin {
    /** For the host's service loader. */
    public SyncFakePlugin() {}

    @Override
    public List<GenerationProviderFactory> providers() {
        return List.of(new Factory());
    }

    private static final class Factory implements GenerationProviderFactory {
        @Override
        public String type() {
            return "fake-sync";
        }

        @Override
        public GenerationProvider create(InstanceContext context) {
            return new SyncFakeProvider(context.settings().number("credits"));
        }
    }
}
