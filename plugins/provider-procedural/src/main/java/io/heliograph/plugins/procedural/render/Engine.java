package io.heliograph.plugins.procedural.render;

import io.heliograph.plugins.procedural.edit.Blend;
import io.heliograph.plugins.procedural.edit.Inpaint;
import io.heliograph.plugins.procedural.edit.Mask;
import io.heliograph.plugins.procedural.maths.CloudNoise;
import io.heliograph.plugins.procedural.maths.Rng;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.prompt.PromptReader;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.style.Styles;
import io.heliograph.plugins.procedural.view.Landscape;
import io.heliograph.plugins.procedural.view.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Prompt and seed to a picture or a clip. Safe for many threads; the same request gives the same pixels however many
 * workers there are.
 */
public final class Engine {
    private final PromptReader reader;
    private final Object lock = new Object();
    private @Nullable CloudNoise cloudNoise;

    /** An engine that understands what the reader does. */
    public Engine(PromptReader reader) {
        this.reader = reader;
    }

    /** Draws a picture. Throws CancellationException when the watcher ends it. */
    public Drawing draw(StillRequest request, Workers lent, Watcher watcher) {
        Workers workers = lent.until(watcher::cancelled);
        SceneSpec spec = reader.read(request.prompt(), request.negative(), request.seed());
        Scene scene = new Scene(spec, request.seed(), workers, clouds(lent));
        ProgressScale scale = new ProgressScale(watcher);
        int width = request.width(), height = request.height();
        Image small = scene.draw(Math.max(64, width / 4), Math.max(64, height / 4), 0, 0, scale.part(.02f, .10f));
        watcher.progress(.10f, small);
        Image image = scene.draw(width, height, 0, 2, scale.part(.10f, .92f));
        image = Styles.apply(
                workers, image, request.style().orElse(spec.style()), request.styleWeight(), scene.composer.salt);
        Image reference = request.reference();
        Mask mask = request.mask();
        if (reference != null)
            image = mask == null
                    ? Blend.apply(workers, image, reference, request.strength())
                    : Inpaint.apply(workers, reference, image, mask);
        watcher.progress(1, null);
        return new Drawing(image, spec);
    }

    /**
     * Draws a clip frame by frame: the camera glides, clouds drift, water and grass move. Ground, trees and the town are
     * built once; every frame only looks at them from a new place. The first frame is the preview.
     */
    public <X extends Exception> SceneSpec film(
            VideoRequest request, Workers lent, Watcher watcher, FrameTaker<X> taker) throws X {
        Workers workers = lent.until(watcher::cancelled);
        SceneSpec spec = reader.read(request.prompt(), request.negative(), request.seed());
        Scene scene = new Scene(spec, request.seed(), workers, clouds(lent));
        Rng rng = new Rng(request.seed() ^ 0x71de0L);
        float direction = rng.sign(), kind = rng.unit();
        int frames = request.frames();
        for (int i = 0; i < frames; i++) {
            float t = i / (float) VideoRequest.FRAMES_PER_SECOND,
                    u = i / (float) (frames - 1),
                    eased = u * u * (3 - 2 * u) * .5f + u * .5f;
            Landscape land = scene.land;
            Image image = land == null
                    ? scene.draw(request.width(), request.height(), t + .001f, 1, p -> {})
                    : scene.glide(land, request.width(), request.height(), t + .001f, eased, direction, kind);
            image = Styles.apply(
                    workers, image, request.style().orElse(spec.style()), request.styleWeight(), scene.composer.salt);
            taker.frame(i, image);
            watcher.progress((i + 1f) / frames, i == 0 ? image : null);
        }
        return spec;
    }

    private CloudNoise clouds(Workers workers) {
        synchronized (lock) {
            CloudNoise made = cloudNoise;
            if (made == null) {
                made = new CloudNoise(workers);
                cloudNoise = made;
            }
            return made;
        }
    }
}
