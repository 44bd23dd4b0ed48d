/**
 * Trees, grass and flowers: built from thousands of leaves into a {@link io.heliograph.plugins.procedural.plants.Sprite} once a
 * scene, then placed and painted from far to near.
 */
@NullMarked
package io.heliograph.plugins.procedural.plants;

import org.jspecify.annotations.NullMarked;
