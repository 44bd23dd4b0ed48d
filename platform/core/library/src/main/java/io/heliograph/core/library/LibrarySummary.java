package io.heliograph.core.library;

import java.time.Instant;
import java.util.Optional;

/**
 * Counts of one's own.
 *
 * @param total made here
 * @param images made here
 * @param videos made here
 * @param uploads brought in
 * @param publicOnes of both origins
 * @param expiringSoon of both origins, within the settings' lead
 * @param nextExpiry the nearest deadline
 * @param bytes of all originals
 */
public record LibrarySummary(
        long total,
        long images,
        long videos,
        long uploads,
        long privateOnes,
        long publicOnes,
        long expiringSoon,
        Optional<Instant> nextExpiry,
        long bytes) {}
