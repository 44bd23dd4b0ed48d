/**
 * The life of the embedded MariaDB server.
 *
 * <p>Read first: {@link io.heliograph.core.database.embedded.EmbeddedServer}, then {@code ServerProcess} and
 * {@code ServerNote}. Used by {@link io.heliograph.core.database.Database} only.
 *
 * <pre>
 *   lock of the data folder
 *     mine  -> a server of this folder runs?  yes, ours and it answers -> take it over
 *     |                                       yes, otherwise           -> end it
 *     |        data older than the programs -> dump, start, mend, note;  newer -> refuse
 *     |        no data -> bootstrap beside, move into place
 *     |        start -> note (pid, start time, socket, port, version) -> answers -> kept running
 *     theirs -> service: refuse;  command: use the server of the note
 * </pre>
 *
 * <p>The server is a process of its own: killing us leaves it, killing it leaves us. Both are looked for and mended.
 * It listens on a socket and on 127.0.0.1, knows one user with a generated password (file of mode 600), and runs
 * without any configuration file of the machine. What must always hold: one server per data folder (InnoDB's own lock
 * backs ours); a half-made database is never used; older programs never touch newer data. What it leaves out on purpose:
 * replication, tuning, and other systems than 64-bit x86 Linux: for all of them there is {@code database.url}.
 */
@NullMarked
package io.heliograph.core.database.embedded;

import org.jspecify.annotations.NullMarked;
