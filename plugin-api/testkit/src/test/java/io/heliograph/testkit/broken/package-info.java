/** Plugins with one fault each. */
@NullMarked
package io.heliograph.testkit.broken;

import org.jspecify.annotations.NullMarked;
