package io.heliograph.plugins.procedural;

import io.heliograph.spi.HeliographPlugin;
import io.heliograph.spi.provider.GenerationProviderFactory;
import java.util.List;

/** Entry point of the embedded engine. */
public final class ProceduralPlugin implements HeliographPlugin {
    /** For the host's service loader. */
    public ProceduralPlugin() {}

    @Override
    public List<GenerationProviderFactory> providers() {
        return List.of(new ProceduralFactory());
    }
}
