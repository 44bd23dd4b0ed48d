package io.heliograph.plugins.procedural;

import io.heliograph.plugins.procedural.prompt.PromptReader;
import io.heliograph.plugins.procedural.render.Engine;
import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.provider.GenerationProvider;
import io.heliograph.spi.provider.GenerationProviderFactory;

/** Makes instances of the embedded engine. */
final class ProceduralFactory implements GenerationProviderFactory {
    @Override
    public String type() {
        return "procedural";
    }

    @Override
    public GenerationProvider create(InstanceContext context) {
        long side = context.settings().number("largest-side");
        return new ProceduralProvider(
                new Engine(new PromptReader()),
                new Models((int) side, context.settings().number("credits")));
    }
}
