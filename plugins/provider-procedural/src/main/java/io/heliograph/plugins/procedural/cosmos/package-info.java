/**
 * Planets, rings, nebulae, galaxies and stars.
 */
@NullMarked
package io.heliograph.plugins.procedural.cosmos;

import org.jspecify.annotations.NullMarked;
