/**
 * The engine as the plugin sees it: requests in, pictures and frames out, with progress, one early preview and cancellation.
 * {@link io.heliograph.plugins.procedural.render.Engine} keeps nothing between requests but the noise that clouds are cut from.
 */
@NullMarked
package io.heliograph.plugins.procedural.render;

import org.jspecify.annotations.NullMarked;
