/** Tests of billing. */
@NullMarked
package io.heliograph.core.billing;

import org.jspecify.annotations.NullMarked;
