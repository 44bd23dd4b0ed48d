/** Tests of the wiring: the house as a whole, in one process. */
@NullMarked
package io.heliograph.app.wiring;

import org.jspecify.annotations.NullMarked;
