package io.heliograph.plugins.procedural.pattern;

import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;

/** Pictures of nothing: flow lines, marbled ink, stained glass and soft colour meshes. Colours here are display values. */
public final class Patterns {
    private final Composer composer;
    private final float time;

    public Patterns(Composer composer, float time) {
        this.composer = composer;
        this.time = time;
    }

    public Image draw(int w, int h) {
        Rng rng = new Rng(composer.seed ^ 0xab57L);
        Palette palette = Palette.of(composer.spec.tint(), rng);
        SceneSpec spec = composer.spec;
        int pick = rng.below(4);
        int kind = spec.has(Thing.FLOW)
                ? 0
                : spec.has(Thing.MARBLE) ? 1 : spec.has(Thing.GLASS) ? 2 : spec.has(Thing.MESH) ? 3 : pick;
        return switch (kind) {
            case 0 -> new FlowLines(composer, palette, rng, time).draw(w, h);
            case 1 -> new MarbledInk(composer, palette, rng, time).draw(w, h);
            case 2 -> new StainedGlass(composer, palette, rng).draw(w, h);
            default -> new ColourMesh(composer, palette, rng, time).draw(w, h);
        };
    }
}
