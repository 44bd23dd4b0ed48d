/**
 * The record put together: database, unit of work, events, audit, sealing, chores.
 *
 * <p>Read first: {@link io.heliograph.core.record.RecordRoom} (what there is and how it is opened),
 * {@link io.heliograph.core.record.RecordSettings}, {@link io.heliograph.core.record.RecordParticipant} (how the record
 * lets go of a person).
 *
 * <p>Imports all rooms of this module; imported by the wiring and by tests, never by a feature, which takes the single
 * parts it needs. What must always hold: opening either gives a usable record or leaves nothing running.
 */
@NullMarked
package io.heliograph.core.record;

import org.jspecify.annotations.NullMarked;
