package io.heliograph.plugins.procedural.render;

import io.heliograph.plugins.procedural.paint.Image;
import io.heliograph.plugins.procedural.prompt.SceneSpec;

/** A finished picture and what was understood of the prompt. */
public record Drawing(Image image, SceneSpec spec) {}
