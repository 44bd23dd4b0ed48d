/**
 * Work with a given picture: take its light and colours ({@link io.heliograph.plugins.procedural.edit.Blend}), or change only
 * a part of it ({@link io.heliograph.plugins.procedural.edit.Inpaint}). It moves palette and masses of light; it does not
 * understand what a picture shows.
 */
@NullMarked
package io.heliograph.plugins.procedural.edit;

import org.jspecify.annotations.NullMarked;
