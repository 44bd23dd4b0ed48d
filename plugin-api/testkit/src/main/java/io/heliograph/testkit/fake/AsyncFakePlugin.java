package io.heliograph.testkit.fake;

import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationProviderFactory;
import java.net.URI;
import java.util.List;

/** A provider with remote jobs at a vendor such as {@link io.heliograph.testkit.vendor.FakeVendor}. */
public final class AsyncFakePlugin implements HeliographPlugin {
    /** For the host's service loader. */
    public AsyncFakePlugin() {}

    @Override
    public List<GenerationProviderFactory> providers() {
        return List.of(new Factory());
    }

    private static final class Factory implements GenerationProviderFactory {
        @Override
        public String type() {
            return "fake-async";
        }

        @Override
        public GenerationProvider create(InstanceContext context) throws PluginException {
            return new AsyncFakeProvider(
                    URI.create(context.settings().text("address")),
                    context.settings().secret("webhook-secret"),
                    context.settings().number("credits"));
        }
    }
}
