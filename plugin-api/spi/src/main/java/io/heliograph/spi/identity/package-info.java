/**
 * Ways to sign in.
 */
@NullMarked
package io.heliograph.spi.identity;

import org.jspecify.annotations.NullMarked;
