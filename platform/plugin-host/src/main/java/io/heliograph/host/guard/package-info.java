/** The only way in to plugins. */
@NullMarked
package io.heliograph.host.guard;

import org.jspecify.annotations.NullMarked;
