/** Tests of blob stores: operations, then each operation under each hazard. */
@NullMarked
package io.heliograph.testkit.store;

import org.jspecify.annotations.NullMarked;
