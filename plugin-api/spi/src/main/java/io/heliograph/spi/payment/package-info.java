/**
 * Payment gateways with hosted pages only: card data never passes the platform (P2).
 */
@NullMarked
package io.heliograph.spi.payment;

import org.jspecify.annotations.NullMarked;
