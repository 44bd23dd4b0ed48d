/**
 * Everything above the horizon, the air in front of things, and the {@link io.heliograph.plugins.procedural.sky.Frame} that is
 * painted under it. Smooth parts are computed at half size; stars, moon and rainbow are added for each pixel.
 */
@NullMarked
package io.heliograph.plugins.procedural.sky;

import org.jspecify.annotations.NullMarked;
