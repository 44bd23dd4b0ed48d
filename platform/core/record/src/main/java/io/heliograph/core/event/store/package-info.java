/** Rows and queries of the event log: see {@link io.heliograph.core.event.store.StoredEventLog}. */
@NullMarked
package io.heliograph.core.event.store;

import org.jspecify.annotations.NullMarked;
