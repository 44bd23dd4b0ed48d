/**
 * Decisions made once for a scene, before anything is drawn: {@link io.heliograph.plugins.procedural.scene.Composer} lays it
 * out from the seed, {@link io.heliograph.plugins.procedural.scene.Daylight} chooses its light.
 *
 * <p>The order in which random numbers are drawn is part of what a seed means: a new draw goes to the end, or changes every
 * picture people have kept a seed of.
 */
@NullMarked
package io.heliograph.plugins.procedural.scene;

import org.jspecify.annotations.NullMarked;
