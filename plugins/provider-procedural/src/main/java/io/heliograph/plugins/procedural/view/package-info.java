/**
 * Puts a scene together for one camera position: {@link io.heliograph.plugins.procedural.view.Landscape} sweeps the columns and
 * shades the points, {@link io.heliograph.plugins.procedural.view.Water} mirrors them, {@link
 * io.heliograph.plugins.procedural.view.Grade} turns light into a picture. {@link io.heliograph.plugins.procedural.view.Scene}
 * is the way in for all families.
 *
 * <p>The camera never tilts, so each picture column is one vertical plane of the world: one walk from near to far finds the
 * visible point of every row.
 */
@NullMarked
package io.heliograph.plugins.procedural.view;

import org.jspecify.annotations.NullMarked;
