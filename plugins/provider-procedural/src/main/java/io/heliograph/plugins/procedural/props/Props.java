package io.heliograph.plugins.procedural.props;

import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Mirror;
import io.heliograph.plugins.procedural.prompt.Family;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.sky.Frame;
import org.jspecify.annotations.Nullable;

/** Single things set into a landscape: boat, birds, balloons, lighthouse, lightning, waterfall, rain and falling snow. */
public final class Props {
    private final Composer composer;
    private final Terrain ground;
    private final Boat boat;
    private final Birds birds;
    private final Balloons balloons;
    private final Lightning lightning;
    private final Weather weather;
    private final @Nullable Lighthouse lighthouse;
    private final @Nullable Waterfall waterfall;

    public Props(Composer composer, Terrain ground) {
        this.composer = composer;
        this.ground = ground;
        boat = new Boat(composer, ground);
        birds = new Birds(composer);
        balloons = new Balloons(composer);
        lightning = new Lightning(composer);
        weather = new Weather(composer);
        lighthouse = composer.has(Thing.LIGHTHOUSE) ? new Lighthouse(composer, ground) : null;
        waterfall = composer.has(Thing.WATERFALL) ? new Waterfall(composer, ground) : null;
    }

    public void behind(Frame frame, float time) {
        Camera camera = frame.camera;
        Brush brush = new Brush(frame.rgb.rgb, camera.width(), camera.height(), 3, frame.depth);
        if (composer.has(Thing.LIGHTNING)
                || (composer.has(Thing.STORM) && composer.variety > .55f && composer.spec.family() == Family.LANDSCAPE))
            lightning.draw(frame, brush);
        brush.solid = true;
        if (composer.has(Thing.BALLOON)) balloons.draw(frame, brush, time);
        if (lighthouse != null) lighthouse.draw(frame, brush, camera, false, 1, time);
        if (waterfall != null && waterfall.there()) waterfall.draw(frame, brush, time);
        if (composer.has(Thing.BOAT) && ground.water) boat.draw(brush, camera, false, 1, time);
    }

    public void front(Frame frame, float time) {
        Camera camera = frame.camera;
        Brush brush = new Brush(frame.rgb.rgb, camera.width(), camera.height(), 3, null);
        if (composer.has(Thing.BIRDS)) birds.draw(brush, camera, time);
        if (composer.has(Thing.RAIN)) weather.rain(brush, camera, time);
        if (composer.has(Thing.SNOWFALL)) weather.snow(brush, camera, time);
        brush.alpha = 1;
    }

    public void mirror(Mirror mirror, Camera camera, float time) {
        Brush brush = new Brush(mirror.rgba, mirror.width, mirror.height, 4, mirror.far);
        float k = 1f / mirror.step;
        if (composer.has(Thing.BOAT)) boat.draw(brush, camera, true, k, time);
        if (lighthouse != null) lighthouse.draw(null, brush, camera, true, k, time);
    }
}
