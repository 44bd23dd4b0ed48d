package io.heliograph.core.library;

import java.time.Instant;

/**
 * What a deletion did.
 *
 * @param count how many are invisible now
 * @param undoUntil until when they can be restored
 */
public record Deletion(int count, Instant undoUntil) {}
