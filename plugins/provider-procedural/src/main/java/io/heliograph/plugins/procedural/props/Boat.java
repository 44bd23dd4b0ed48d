package io.heliograph.plugins.procedural.props;

import static io.heliograph.plugins.procedural.maths.Num.PI;
import static io.heliograph.plugins.procedural.maths.Num.sin;

import io.heliograph.plugins.procedural.land.Terrain;
import io.heliograph.plugins.procedural.paint.Brush;
import io.heliograph.plugins.procedural.paint.Camera;
import io.heliograph.plugins.procedural.scene.Composer;
import io.heliograph.plugins.procedural.scene.Light;

/** A sailing boat, upright and as its mirror image. */
final class Boat {
    private final Composer composer;
    private final Terrain ground;
    private final Light light;
    private final PropLight paint;

    Boat(Composer composer, Terrain ground) {
        this.composer = composer;
        this.ground = ground;
        light = composer.light;
        paint = new PropLight(composer.light);
    }

    void draw(Brush brush, Camera camera, boolean mirror, float k, float time) {
        float z = (ground.sea ? 62 : 46) * (.8f + .5f * composer.variety),
                x = -composer.side * (.14f + .12f * composer.variety) / composer.focal * z;
        for (int i = 0; i < 12 && ground.base(x, z) > -.6f; i++) {
            x -= composer.side * 3;
            z += 6;
        }
        float bob = .06f * sin(time * 1.4f),
                px = camera.column(x, z) * k,
                u = camera.focal() / (z - camera.z()) * k,
                sg = mirror ? 1 : -1,
                y0 = mirror ? camera.y() * u : camera.row(bob, z);
        brush.distance = z * .99f;
        brush.alpha = 1;
        float length = 4.6f;
        float[] hull = paint.lit(.16f, .06f, .035f, .35f),
                sail = paint.lit(.80f, .76f, .68f, light.sunZ > 0 ? .75f : .9f),
                sail2 = paint.lit(.72f, .68f, .60f, light.sunZ > 0 ? .5f : .7f),
                mast = paint.lit(.18f, .12f, .07f, .4f);
        brush.colour(hull)
                .poly(
                        px - length * .52f * u,
                        y0 + sg * .95f * u,
                        px + length * .56f * u,
                        y0 + sg * 1.12f * u,
                        px + length * .42f * u,
                        y0 + sg * .25f * u,
                        px + length * .30f * u,
                        y0,
                        px - length * .40f * u,
                        y0,
                        px - length * .48f * u,
                        y0 + sg * .4f * u);
        brush.colour(paint.lit(.62f, .58f, .50f, .5f))
                .poly(
                        px - length * .52f * u,
                        y0 + sg * .95f * u,
                        px + length * .56f * u,
                        y0 + sg * 1.12f * u,
                        px + length * .53f * u,
                        y0 + sg * .92f * u,
                        px - length * .515f * u,
                        y0 + sg * .78f * u);
        brush.colour(mast).stroke(px, y0 + sg * .9f * u, px, y0 + sg * 7.4f * u, .12f * u, .07f * u);
        float[] q = new float[44];
        for (int i = 0; i < 11; i++) {
            float t = i / 10f;
            q[2 * i] = px + (.10f + 2.55f * (1 - t) + .5f * sin(PI * t)) * u * 1f;
            q[2 * i + 1] = y0 + sg * (1.5f + 5.7f * t) * u;
            q[22 + 2 * i] = px + .08f * u;
            q[22 + 2 * i + 1] = y0 + sg * (7.2f - 5.7f * t) * u;
        }
        brush.colour(sail).poly(q);
        for (int i = 0; i < 11; i++) {
            float t = i / 10f;
            q[2 * i] = px - (.12f + 1.9f * (1 - t) + .28f * sin(PI * t)) * u;
            q[2 * i + 1] = y0 + sg * (1.45f + 5.0f * t) * u;
            q[22 + 2 * i] = px - .1f * u;
            q[22 + 2 * i + 1] = y0 + sg * (6.4f - 5.0f * t) * u;
        }
        brush.colour(sail2).poly(q);
    }
}
