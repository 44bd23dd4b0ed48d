/**
 * The unit of work: everything that reads or changes the record does it inside {@link io.heliograph.core.tx.Tx}.
 *
 * <p>Read first: {@link io.heliograph.core.tx.Tx} (when a body runs again and what it must therefore not do),
 * {@link io.heliograph.core.tx.Sessions} (how a {@code store} package gets its session) and
 * {@link io.heliograph.core.tx.RecordUnavailableException} (what a caller sees while the database is away).
 *
 * <p>Imports Hibernate's session types and nothing else of ours; imported by every feature of core. The session is
 * ambient, carried by a scoped value, so it can be neither stored nor handed to another thread by mistake.
 *
 * <pre>
 *   required(body) -> begin -> body -> commit -> afterCommit actions
 *                       ^        |
 *                       |        +-- conflict (40001): roll back, short pause, the whole body again (bounded)
 *                       |        +-- connection lost:  RecordUnavailableException
 *                       +--------    anything else:    roll back, thrown on unchanged
 * </pre>
 *
 * <p>What must always hold: no plugin call and no file inside a body; locks in the order account, job, asset, outbox;
 * leases are measured on the database's clock ({@link io.heliograph.core.tx.Leases}). What it leaves out on purpose:
 * nested transactions, savepoints, and read-only variants: every one of them invites a body that is half undone.
 */
@NullMarked
package io.heliograph.core.tx;

import org.jspecify.annotations.NullMarked;
