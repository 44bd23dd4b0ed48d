/**
 * The queue's tables and the statements on them.
 *
 * <p>Read first: {@link io.heliograph.core.generation.store.JobStore} (rows and guarded writes) and
 * {@link io.heliograph.core.generation.store.ClaimStore} (whose turn it is, leases). Imported by the generation package
 * only; runs inside the caller's unit of work; times of the queue are the database's own.
 *
 * <p>What must always hold: after a claim every write repeats the lease's token and the state it expects, and answers
 * whether it touched the row. Claims are short and take rows by {@code skip locked}, so two workers never wait for each
 * other's rows.
 */
@NullMarked
package io.heliograph.core.generation.store;

import org.jspecify.annotations.NullMarked;
