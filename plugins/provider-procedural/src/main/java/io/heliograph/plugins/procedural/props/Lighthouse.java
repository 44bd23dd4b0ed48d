package io.heliograph.plugins.procedural.props;

import static io.heliograph.plugins.procedural.maths.Num.exp;
import static io.heliograph.plugins.procedural.maths.Num.sqrt;
import static io.heliograph.plugins.procedural.maths.Num.square;

import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.maths.Noise;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.prompt.Thing;
import io.heliograph.plugins.procedural.prompt.TimeOfDay;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;
import io.heliograph.plugins.procedural.sky.Frame;
import org.jspecify.annotations.Nullable;

/** A lighthouse with its beam. */
final class Lighthouse {
    private final Composer composer;
    private final Terrain ground;
    private final Light light;
    private final int salt;
    private final PropLight paint;
    private float lampX, lampZ;

    Lighthouse(Composer composer, Terrain ground) {
        this.composer = composer;
        this.ground = ground;
        light = composer.light;
        salt = composer.salt;
        paint = new PropLight(composer.light);
        place();
    }

    void draw(@Nullable Frame frame, Brush brush, Camera camera, boolean mirror, float k, float time) {
        float bx = lampX, bz = lampZ;
        float y = Math.max(0, ground.base(bx, bz)) - .6f,
                height = 17,
                u = camera.focal() / (bz - camera.z()) * k,
                px = camera.column(bx, bz) * k,
                sg = mirror ? 1 : -1,
                y0 = mirror ? (camera.y() + y) * u : camera.row(y, bz);
        brush.distance = bz - 3;
        brush.alpha = 1;
        for (int i = 0; i < 5; i++) {
            float a = i / 5f, e = (i + 1) / 5f, ra = 2.3f - .9f * a, re = 2.3f - .9f * e;
            int count = 8;
            for (int j = 0; j < count; j++) {
                float p0 = -1 + 2f * j / count,
                        p1 = -1 + 2f * (j + 1) / count,
                        m = (p0 + p1) / 2,
                        nz = -sqrt(1 - m * m),
                        nl = Math.max(0, m * light.sunX + nz * light.sunZ) * .9f + .1f;
                float[] col =
                        (i & 1) == 0 ? paint.lit(.75f, .73f, .70f, nl * 1.4f) : paint.lit(.50f, .05f, .04f, nl * 1.4f);
                brush.colour(col)
                        .poly(
                                px + p0 * ra * u,
                                y0 + sg * a * height * u,
                                px + p1 * ra * u + .4f,
                                y0 + sg * a * height * u,
                                px + p1 * re * u + .4f,
                                y0 + sg * (e * height + .05f) * u,
                                px + p0 * re * u,
                                y0 + sg * (e * height + .05f) * u);
            }
        }
        brush.colour(paint.lit(.10f, .10f, .11f, .5f))
                .poly(
                        px - 1.9f * u,
                        y0 + sg * height * u,
                        px + 1.9f * u,
                        y0 + sg * height * u,
                        px + 1.9f * u,
                        y0 + sg * (height + .5f) * u,
                        px - 1.9f * u,
                        y0 + sg * (height + .5f) * u);
        boolean lamp = (composer.spec.time() != TimeOfDay.DAY && composer.spec.time() != TimeOfDay.GOLDEN)
                || composer.spec.has(Thing.STORM);
        float e = lamp ? (light.night ? 2.5f : 3.5f) : .35f;
        brush.colour(1.0f * e, .85f * e, .5f * e)
                .poly(
                        px - 1.0f * u,
                        y0 + sg * (height + .5f) * u,
                        px + 1.0f * u,
                        y0 + sg * (height + .5f) * u,
                        px + 1.0f * u,
                        y0 + sg * (height + 2.3f) * u,
                        px - 1.0f * u,
                        y0 + sg * (height + 2.3f) * u);
        brush.colour(paint.lit(.40f, .045f, .035f, .7f))
                .poly(
                        px - 1.4f * u,
                        y0 + sg * (height + 2.3f) * u,
                        px + 1.4f * u,
                        y0 + sg * (height + 2.3f) * u,
                        px,
                        y0 + sg * (height + 4.2f) * u);
        if (lamp && !mirror && frame != null) {
            float ly = y0 - (height + 1.4f) * u;
            Image image = frame.rgb;
            for (int yy = 0; yy < camera.height(); yy++)
                for (int xx = 0; xx < camera.width(); xx++) {
                    float dx = xx - px, dy = yy - ly, d = sqrt(dx * dx + dy * dy) / camera.height();
                    if (d < .002f) continue;
                    float
                            beam =
                                    exp(-square((dy + .06f * Math.abs(dx)) / (Math.abs(dx) * .05f + 1.2f)))
                                            * exp(-d * 2.2f)
                                            * (dx * -composer.side > 0 ? 1 : .45f),
                            halo = .020f / (d * d * 160 + .05f) * exp(-d * 5);
                    float k2 = (beam * .34f + halo * .5f) * (light.night ? .35f : .7f);
                    int o = (yy * camera.width() + xx) * 3;
                    image.rgb[o] += k2;
                    image.rgb[o + 1] += k2 * .86f;
                    image.rgb[o + 2] += k2 * .58f;
                }
        }
    }

    /** On high ground to one side, in plain view and not too far away. */
    private void place() {
        float best = -1e9f;
        for (int i = 0; i < 900; i++) {
            float z = 42 + 300 * Noise.unit(i, 1, salt + 310),
                    az = (composer.side * .12f + .34f * (Noise.unit(i, 2, salt + 310) - .5f)) / composer.focal,
                    x = az * z,
                    y = ground.base(x, z),
                    score = Math.min(y, 26) - z * .14f - Math.abs(Math.abs(az) * composer.focal - .17f) * 60;
            if (y > .5f && score > best && seen(x, y + 6, z)) {
                best = score;
                lampX = x;
                lampZ = z;
            }
        }
        if (lampZ == 0) {
            lampZ = 120;
            lampX = composer.side * .17f / composer.focal * lampZ;
        }
    }

    /** Whether nothing stands between the eye and a point. */
    private boolean seen(float x, float y, float z) {
        float eye = Math.max(0, ground.base(0, .5f)) + composer.eye;
        for (int i = 1; i < 24; i++) {
            float t = i / 24f;
            if (ground.base(x * t, z * t) > eye + (y - eye) * t) return false;
        }
        return true;
    }
}
