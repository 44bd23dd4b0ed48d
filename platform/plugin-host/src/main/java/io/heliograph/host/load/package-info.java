/** Loading of plugins. */
@NullMarked
package io.heliograph.host.load;

import org.jspecify.annotations.NullMarked;
