/**
 * The ledger's tables and the statements on them. Read {@link io.heliograph.core.billing.store.LedgerStore} first.
 *
 * <p>Imported by the billing packages only. Runs inside the caller's unit of work; decides nothing: which accounts move
 * is said by {@link io.heliograph.core.billing.ledger.Operation}. Rows are inserted and never changed, except balances.
 */
@NullMarked
package io.heliograph.core.billing.store;

import org.jspecify.annotations.NullMarked;
