/**
 * Single things set into a landscape: boat, birds, balloons, lighthouse, lightning, waterfall, rain, snow. Each is one class
 * that knows where it stands and how it is painted; {@link io.heliograph.plugins.procedural.props.Props} says when.
 */
@NullMarked
package io.heliograph.plugins.procedural.props;

import org.jspecify.annotations.NullMarked;
