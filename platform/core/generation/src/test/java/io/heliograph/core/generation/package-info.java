/** Tests of generation: fakes by hand, a real database. */
@NullMarked
package io.heliograph.core.generation;

import org.jspecify.annotations.NullMarked;
