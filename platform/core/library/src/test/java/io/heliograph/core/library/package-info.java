/** Tests of the library, on a real MariaDB and a store kept in memory. */
@NullMarked
package io.heliograph.core.library;

import org.jspecify.annotations.NullMarked;
