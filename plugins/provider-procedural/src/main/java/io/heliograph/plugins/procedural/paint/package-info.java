/**
 * Pictures as floats and what draws on them: {@link io.heliograph.plugins.procedural.paint.Image} (three floats a pixel),
 * {@link io.heliograph.plugins.procedural.paint.Brush} (smooth-edged shapes that respect depth), and the {@link
 * io.heliograph.plugins.procedural.paint.Camera} that always looks level. Java2D is not used: its pixels differ between
 * machines.
 */
@NullMarked
package io.heliograph.plugins.procedural.paint;

import org.jspecify.annotations.NullMarked;
