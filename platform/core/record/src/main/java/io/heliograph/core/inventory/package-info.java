/**
 * What is kept, and the ports by which every feature answers for it: inventory, retention, export, erasure, holds.
 *
 * <p>Read first: {@link io.heliograph.core.inventory.EntityContribution} (how a feature declares its tables),
 * {@link io.heliograph.core.inventory.Stored} (one category per column) and
 * {@link io.heliograph.core.inventory.ErasureParticipant} (the walk of a deletion).
 *
 * <p>Imports the kernel only. Every feature of core implements the ports; only {@code privacy} and the sweeper call
 * them, so neither imports a feature.
 *
 * <pre>
 *   ERASE gate: one Disposition per category
 *     -> one transaction: tombstone() of all participants + the order's row
 *     -> STOP_WORK, PROVIDERS, BLOBS, ROWS, CACHES, ACCOUNT, KEYS:
 *          step(order, phase, checkpoint) until Finished; Waiting is tried again, never taken for done
 *     -> remaining() of all participants is empty, else the walk starts over
 *     -> receipt: the sum of all Tallies, without content
 * </pre>
 *
 * <p>What must always hold: each column of the schema has exactly one category
 * ({@link io.heliograph.core.inventory.Inventory}); a feature that keeps personal data has a participant of each kind;
 * a skip never counts as done. What it leaves out on purpose: the orders, receipts and archives themselves, which are
 * the privacy feature's.
 */
@NullMarked
package io.heliograph.core.inventory;

import org.jspecify.annotations.NullMarked;
