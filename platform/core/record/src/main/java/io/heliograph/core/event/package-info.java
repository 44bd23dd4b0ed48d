/**
 * What happened, in order, per principal; and the bus that wakes whoever waits for it.
 *
 * <p>Read first: {@link io.heliograph.core.event.EventLog} (the record's log, what a stream resumes from),
 * {@link io.heliograph.core.event.EventBus} (hints only) and {@link io.heliograph.core.event.LocalEventBus}.
 *
 * <p>Imports the kernel and the unit of work; every feature may import it. What must always hold: a number is given in
 * the order of commits and never twice; a payload holds ids and codes, not content. When the bus loses a message, a
 * reader is late, not wrong. What it leaves out on purpose: topics with guarantees, consumer groups, replay to plugins.
 */
@NullMarked
package io.heliograph.core.event;

import org.jspecify.annotations.NullMarked;
