/** Tests of the ledger. */
@NullMarked
package io.heliograph.core.billing.ledger;

import org.jspecify.annotations.NullMarked;
