/** The only way out for plugins. */
@NullMarked
package io.heliograph.host.egress;

import org.jspecify.annotations.NullMarked;
