/**
 * Looks applied to a finished picture: display values in, display values out. {@link
 * io.heliograph.plugins.procedural.style.Styles} chooses; each look is one class.
 */
@NullMarked
package io.heliograph.plugins.procedural.style;

import org.jspecify.annotations.NullMarked;
