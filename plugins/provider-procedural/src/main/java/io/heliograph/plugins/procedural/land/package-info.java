/**
 * The ground: its large shape by kind of landscape ({@link io.heliograph.plugins.procedural.land.LandShape} and the classes it
 * asks), nested height grids around the camera ({@link io.heliograph.plugins.procedural.land.Terrain}), and what it is made
 * of ({@link io.heliograph.plugins.procedural.land.Soil}, {@link io.heliograph.plugins.procedural.land.Surface}).
 * Heights are metres above the water.
 */
@NullMarked
package io.heliograph.plugins.procedural.land;

import org.jspecify.annotations.NullMarked;
