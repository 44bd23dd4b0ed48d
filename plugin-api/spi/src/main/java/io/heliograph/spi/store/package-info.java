/**
 * Stores that keep sealed bytes under keys.
 */
@NullMarked
package io.heliograph.spi.store;

import org.jspecify.annotations.NullMarked;
