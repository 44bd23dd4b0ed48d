package io.heliograph.plugins.procedural;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.provider.GenerationProviderFactory;
import io.heliograph.testkit.ProviderFixture;
import io.heliograph.testkit.host.FakeHost;
import java.nio.file.Path;
import java.util.Map;

/** Small pictures and clips. */
public final class ProceduralFixture implements ProviderFixture {
    @Override
    public GenerationProviderFactory factory() {
        return new ProceduralPlugin().providers().getFirst();
    }

    @Override
    public InstanceContext instance(FakeHost host, Path folder) {
        return host.instance(Map.of("largest-side", 1536L, "credits", 0L), folder);
    }

    @Override
    public Map<String, Object> options(String model) {
        return model.equals(Models.VIDEO)
                ? Map.of(
                        "width",
                        64L,
                        "height",
                        64L,
                        "seconds",
                        2L,
                        "format",
                        "mp4",
                        "style",
                        "auto",
                        "style-strength",
                        1.0)
                : Map.of("width", 96L, "height", 64L, "style", "auto", "style-strength", 1.0, "strength", 0.6);
    }

    @Override
    public boolean deterministic() {
        return true;
    }
}
