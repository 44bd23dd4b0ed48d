/**
 * Pictures of nothing: flow lines, marbled ink, stained glass, soft meshes of colour. Colours here are display values.
 */
@NullMarked
package io.heliograph.plugins.procedural.pattern;

import org.jspecify.annotations.NullMarked;
