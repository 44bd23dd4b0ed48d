/**
 * Caches in front of hot reads: see {@link io.heliograph.core.cache.HotCache}.
 *
 * <p>What must always hold: the record decides, a cache only answers sooner; a change invalidates in the same unit of
 * work. When the bus loses a message, an entry is stale until its time ends, so nothing is cached for long whose
 * staleness would matter (sessions: seconds). What it leaves out on purpose: write-behind and negative entries.
 */
@NullMarked
package io.heliograph.core.cache;

import org.jspecify.annotations.NullMarked;
