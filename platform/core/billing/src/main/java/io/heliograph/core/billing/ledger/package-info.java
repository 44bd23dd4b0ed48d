/**
 * The book of credits: double entry, whole numbers, append only.
 *
 * <p>Read first: {@link io.heliograph.core.billing.ledger.Ledger} (the operations and their keys),
 * {@link io.heliograph.core.billing.ledger.Operation} (which accounts each of them moves) and
 * {@link io.heliograph.core.billing.ledger.BillingCheck} (how the book is proved).
 *
 * <pre>
 *             GRANTED (at or below 0)
 *                | grant
 *                v          reserve
 *             PERSON  ------------------->  RESERVED
 *                ^                             |  settle (the rest goes back)
 *                |  release, expireUnknown     +--------------------------------> SPENT
 *                +-----------------------------+
 *             GRANTED  -- expireUnknown, releaseAtLoss -->  LOSSES
 * </pre>
 *
 * <p>Each principal has five accounts of their own, so two people never wait for one row, and one person's book can be
 * erased or made anonymous without a trace in another's. What must always hold: the entries of a transaction sum to
 * nought; no account but GRANTED is below nought; an account's balance is the sum of its entries; a reservation ends
 * once. The first three are also constraints of the database or found by the check; the last is a unique key.
 *
 * <p>Imports the record and the kernel; imported by generation, which reserves in the transaction that accepts a job and
 * settles in the one that publishes its results. Locks: the principal's accounts in the order of their names, always
 * before any job, asset or event.
 */
@NullMarked
package io.heliograph.core.billing.ledger;

import org.jspecify.annotations.NullMarked;
