/** Plugins and instances at run time. */
@NullMarked
package io.heliograph.host.registry;

import org.jspecify.annotations.NullMarked;
