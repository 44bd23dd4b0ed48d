package io.heliograph.plugins.procedural.props;

import io.heliograph.plugins.procedural.scene.Light;

/** Light that falls on things set into a landscape. */
final class PropLight {
    private final Light light;

    PropLight(Light light) {
        this.light = light;
    }

    float[] lit(float r, float gr, float bl, float k) {
        return new float[] {
            r * (light.sun[0] * .30f * k + light.ambient[0] * .9f),
            gr * (light.sun[1] * .30f * k + light.ambient[1] * .9f),
            bl * (light.sun[2] * .30f * k + light.ambient[2] * .9f)
        };
    }
}
