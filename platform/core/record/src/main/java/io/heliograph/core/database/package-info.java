/**
 * The database behind the record: an embedded MariaDB server of our own by default, an external one by URL.
 *
 * <p>Read first: {@link io.heliograph.core.database.Database} (what opening does, in order),
 * {@link io.heliograph.core.database.embedded.EmbeddedServer} (the life of the server process) and
 * {@link io.heliograph.core.database.StartProblem} (how a start fails).
 *
 * <p>Imports the unit of work and the inventory; imported by {@code record}, which puts the parts together, and by
 * nothing else. Opening goes: server reached or started, version looked at, schema migrated, pool, session factory,
 * watch. Whatever stops it is a {@code StartProblem}: one sentence and a remedy.
 *
 * <p>When the database goes away later, connections are refused at once and units of work fail with
 * {@link io.heliograph.core.tx.RecordUnavailableException}; a watch on a thread of its own finds out when it is back.
 * What it leaves out on purpose: other databases. The queries of this platform rely on MariaDB's locking.
 */
@NullMarked
package io.heliograph.core.database;

import org.jspecify.annotations.NullMarked;
