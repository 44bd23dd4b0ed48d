/**
 * Below the surface: the water's own colour and light ({@link io.heliograph.plugins.procedural.underwater.Sea}) and what lives in
 * it ({@link io.heliograph.plugins.procedural.underwater.Reef}).
 */
@NullMarked
package io.heliograph.plugins.procedural.underwater;

import org.jspecify.annotations.NullMarked;
