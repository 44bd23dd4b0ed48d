/** Keeps watch over what plugins compile against: start at {@link io.heliograph.spi.surface.SurfaceTest}. */
@NullMarked
package io.heliograph.spi.surface;

import org.jspecify.annotations.NullMarked;
