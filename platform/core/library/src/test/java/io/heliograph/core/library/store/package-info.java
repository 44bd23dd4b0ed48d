/** Tests of the library's rows. */
@NullMarked
package io.heliograph.core.library.store;

import org.jspecify.annotations.NullMarked;
