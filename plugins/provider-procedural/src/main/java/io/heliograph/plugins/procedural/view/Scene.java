package io.heliograph.plugins.procedural.view;

import io.heliograph.plugins.procedural.cosmos.Space;
import io.heliograph.plugins.procedural.maths.CloudNoise;
import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.pattern.Patterns;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.prompt.SceneSpec;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.sky.Frame;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** One composed scene, ready to be drawn at any size and time. */
public final class Scene {
    public final Composer composer;
    public final @Nullable Landscape land;

    public Scene(SceneSpec spec, long seed, Workers workers, CloudNoise cloudNoise) {
        composer = new Composer(spec, seed, workers, cloudNoise);
        boolean three = spec.family() != Family.SPACE && spec.family() != Family.ABSTRACT;
        land = three ? new Landscape(composer) : null;
    }

    /** Where the camera stands in a still, or at the start of a video. */
    Camera camera(int w, int h) {
        return composer.camera(w, h, land == null ? 0 : Math.max(0, land.ground.base(0, .5f)));
    }

    /** quality: 0 for a preview, 1 for video, 2 for a still. */
    public Image draw(int w, int h, float time, int quality, DoubleConsumer progress) {
        boolean fine = quality > 0;
        if (land != null) return draw(land, camera(w, h), time, quality, fine, progress);
        if (composer.spec.family() == Family.ABSTRACT) {
            progress.accept(.5);
            return new Patterns(composer, time).draw(w, h);
        }
        composer.light.space();
        Image image = new Space(composer, time).draw(w, h, fine);
        progress.accept(.9);
        return Grade.apply(composer, image, null, null, fine);
    }

    private Image draw(Landscape land, Camera camera, float time, int quality, boolean grain, DoubleConsumer progress) {
        Frame frame = land.frame(camera, time, quality, progress);
        return Grade.apply(composer, frame.rgb, camera, frame.depth, grain);
    }

    /** One frame of a camera move: e runs from 0 to 1. */
    public Image glide(Landscape land, int w, int h, float t, float e, float dir, float kind) {
        Camera camera = camera(w, h);
        Composer composer = this.composer;
        boolean city = composer.spec.family() == Family.CITY;
        float span = city ? (composer.aerialCity ? 60 : 34) : composer.spec.family() == Family.UNDERWATER ? .9f : 1.5f;
        float mx = dir * span * (e - .5f) * (kind < .5f ? 1 : .35f),
                mz = span * (kind < .5f ? .25f : 1.0f) * e * (land.ground.water && !city ? .8f : 1),
                my = (city ? 3 : .22f) * (e - .2f);
        float gy = land.ground.base(mx, mz + .5f);
        camera = camera.moved(mx, my + (city ? 0 : Math.max(0, gy + composer.eye * .75f - camera.y() - my)), mz);
        return draw(land, camera, t, 1, false, p -> {});
    }
}
