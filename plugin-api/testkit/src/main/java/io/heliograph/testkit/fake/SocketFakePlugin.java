package io.heliograph.testkit.fake;

import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationProviderFactory;
import java.net.URI;
import java.util.List;

/** A provider that talks with its engine over a WebSocket such as {@link io.heliograph.testkit.vendor.FakeSocketVendor}'s. */
public final class SocketFakePlugin implements HeliographPlugin {
    /** For the host's service loader. */
    public SocketFakePlugin() {}

    @Override
    public List<GenerationProviderFactory> providers() {
        return List.of(new Factory());
    }

    private static final class Factory implements GenerationProviderFactory {
        @Override
        public String type() {
            return "fake-socket";
        }

        @Override
        public GenerationProvider create(InstanceContext context) {
            return new SocketFakeProvider(
                    URI.create(context.settings().text("address")),
                    context.settings().number("credits"));
        }
    }
}
