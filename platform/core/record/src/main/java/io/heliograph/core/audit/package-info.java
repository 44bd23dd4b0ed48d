/**
 * The security record: who did what to whose things, and what came of it.
 *
 * <p>Read first: {@link io.heliograph.core.audit.AuditLog} and {@link io.heliograph.core.audit.AuditEntry}.
 *
 * <p>Imports the kernel and the unit of work; every feature may import it. What must always hold: an entry is never
 * changed; numbers have no gap; an entry holds ids and codes, so it may outlive the person it speaks of. When the
 * record is away the action fails with it: nothing that must be audited happens unaudited. What it leaves out on
 * purpose: diagnostics (the logs) and what happened to a person's own things (the event log).
 */
@NullMarked
package io.heliograph.core.audit;

import org.jspecify.annotations.NullMarked;
