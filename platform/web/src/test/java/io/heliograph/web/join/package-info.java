/** The joins to core, each on its real parts and a real record. */
@NullMarked
package io.heliograph.web.join;

import org.jspecify.annotations.NullMarked;
